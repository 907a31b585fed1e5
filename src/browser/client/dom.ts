// A tag, attributes and texts → an element. Texts become text nodes and nothing else: no word of an article is ever markup.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Inside = Node | string | undefined;

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...inside: readonly Inside[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  for (const part of inside) append(element, part);
  return element;
}

/** `true` sets an attribute without a value; `false` and `undefined` set none. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

export function makeButton(
  label: string,
  press: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const button = make("button", { type: "button", ...attributes }, label);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    press();
  });
  return button;
}

/** An address of the web opens in a tab of its own, and is not told from where. */
export function makeLink(url: string, ...inside: readonly Inside[]): HTMLAnchorElement {
  return make("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, ...inside);
}

export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as Kind;
}

/** Characters that act on what stands around them, or hide; a reader must see that they are there. */
const UNSEEN =
  /[^\P{Cc}\t\n\r]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

function append(parent: Element, part: Inside): void {
  if (part === undefined) return;
  if (typeof part !== "string") return void parent.append(part);
  let from = 0;
  for (const { 0: character, index } of part.matchAll(UNSEEN)) {
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    parent.append(part.slice(from, index));
    parent.append(
      Object.assign(make("span", { class: "unseen", "data-name": name }), {
        textContent: character,
      }),
    );
    from = index + character.length;
  }
  parent.append(part.slice(from));
}
