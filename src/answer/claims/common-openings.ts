// A word that opens a sentence → whether it is more likely a common word than a name.

const OPENERS = `according additionally afterwards all almost already although another anyone approximately around asked
besides beyond both by certain citing combined compared consequently currently despite due earlier early eight eighteen eighty eleven
eventually every everyone evidently exactly except fewer fifteen fifty fifth finally first five following forty four fourteen
fourth free further furthermore given half hardly hence however hundreds hundred if including indeed initially instead last lastly later
late less likewise long many meanwhile millions moreover most much nearly nevertheless next nine nineteen ninety nobody none nonetheless nothing
notably now often once one only originally others overall part perhaps previously prior probably rather recent recently regardless
roughly separately seven seventeen seventy several seventh similarly since six sixteen sixty sixth some someone
still subsequently such ten tens tenth thanks then there therefore thirteen thirty thousands three thus today together total
traditionally twelve twenty twice two under unless unlike until up usually what whatever whether while within yet
speaking asked sunday asylum outside inside near next above below behind across along among amid attending`;

const COMMON: ReadonlySet<string> = new Set(OPENERS.split(/\s+/));
const SUFFIX =
  /(?:ing|tion|sion|ment|ness|ity|ism|ance|ence|ship|hood|ology|ally|ly|ers|ors|ists|ants|ures|ages|ees|cies|ries|ful|less|able|ible|ous|ised|ized|ated)$/;
const SPEAKS =
  /^(said|says|told|tells|added|adds|argued|argues|warned|warns|insisted|explained|claimed|is|was|has|who|himself|herself|also)$/;
const NAME_PART = /^\p{Lu}/u;

/** `followers` are the next words of the sentence as written: "Hollis said" is a name, "Hens lay" not. */
export function isCommonOpening(folded: string, followers: readonly string[]): boolean {
  const [next = ""] = followers;
  if (COMMON.has(folded)) return true;
  if (NAME_PART.test(next) && !/^\p{Lu}{2}/u.test(next)) return false;
  if (folded.length > 5 && SUFFIX.test(folded)) return true;
  if (/[^su]s$/.test(folded)) return !SPEAKS.test(next);
  return false;
}
