// A timeline's places → its picture.

import type { WirePicture } from "../wire.ts";
import { make, setAttributes } from "./dom.ts";

type Shape = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
];

export function drawPicture({
  height,
  axis,
  description,
  bars,
  dots,
  labels,
}: WirePicture): HTMLElement {
  const line = { stroke: "currentColor", "stroke-width": 2, y1: axis };
  const shapes: readonly Shape[] = [
    ["line", { ...line, x1: 0, x2: "100%", y2: axis }],
    ...bars.map(
      ({ x, width }): Shape => [
        "rect",
        { x: `${x}%`, y: axis - 7, width: `${width}%`, height: 14, rx: 7, "fill-opacity": 0.35 },
      ],
    ),
    ...dots.map(({ x, radius }): Shape => ["circle", { cx: `${x}%`, cy: axis, r: radius }]),
    ...labels.flatMap(({ x, anchor, text }): Shape[] => [
      ["line", { ...line, x1: `${x}%`, x2: `${x}%`, y2: axis + 10 }],
      ["text", { x: `${x}%`, y: axis + 28, "text-anchor": anchor }, text],
    ]),
  ];
  const about = {
    width: "100%",
    height,
    role: "img",
    "aria-label": description,
    fill: "currentColor",
  };
  const picture = makeShape(["svg", about]);
  picture.append(...shapes.map(makeShape));
  return make("figure", { class: "picture" }, picture);
}

function makeShape([name, attributes, text]: Shape): SVGElement {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
  setAttributes(shape, attributes);
  if (text !== undefined) shape.textContent = text;
  return shape;
}
