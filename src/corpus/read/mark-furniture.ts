// Parts → for each, why it is furniture by its own words or by its neighbours in the same group.

import type { ExclusionReason } from "../../core/article.ts";
import { countWords } from "../../text/words.ts";
import type { Part } from "./read-layout.ts";

interface FurnitureRule {
  readonly reason: ExclusionReason;
  /** Longest paragraph, in words, that the rule may take: furniture is short, reporting is not. */
  readonly words: number;
  readonly pattern: RegExp;
}

const rule = (reason: ExclusionReason, words: number, pattern: RegExp): FurnitureRule => ({
  reason,
  words,
  pattern,
});

/**
 * General forms of furniture in English news, never those of one site. Each pattern is anchored or
 * bounded, and tells of the page ("Share this", "Sign up for our newsletter"), not of the news.
 */
const RULES: readonly FurnitureRule[] = [
  rule(
    "related",
    30,
    /^(?:READ|READ MORE|ALSO READ|RELATED|SEE ALSO|MORE|WATCH|LISTEN|SEE MORE|PHOTOS|GALLERY|VIDEO|OPINION|ANALYSIS|EXPLAINER|EXCLUSIVE|FACT CHECK|DON'T MISS)\s*[:|»>]/,
  ),
  rule(
    "related",
    30,
    /^(?:Read|See|Learn|Also [Rr]ead|Related|Up [Nn]ext|Recommended|More|Dig deeper|Go deeper|For more|Watch|Listen)(?: (?:[Mm]ore|[Aa]lso|[Nn]ow|[Nn]ext|[Ff]rom|on this|[Ss]tor(?:y|ies)|[Aa]rticles?|[Cc]overage|[Rr]eading|[Cc]ontent|[Vv]ideo))*\s*[:|»>]\s*["'“‘(@#$\p{Lu}\d]/u,
  ),
  rule(
    "related",
    8,
    /^(?:read|see|learn|watch|view|show|load|find out|discover|get) more(?: here| on this| about this| stories| articles| news| videos?)?\s*[.…»>:]*$/i,
  ),
  rule(
    "related",
    10,
    /^(?:go deeper|dig deeper|further reading|latest (?:news|stories|headlines)|most (?:read|popular|viewed|shared|watched)|top stories|trending(?: now| stories)?|(?:you (?:may|might) (?:also )?(?:like|be interested in))|recommended(?: for you| stories| reading)?|related(?: articles?| stor(?:y|ies)| topics?| coverage| content| links?| posts?| news| reading)?|more (?:from|on|in|about|stories|news|coverage)\b[^.!?]*|editors?['’]s? picks?|don['’]t miss|up next|must (?:read|watch)|just watched|in case you missed it|story highlights|read the (?:full|original) (?:story|article|report|piece)[^.]*)\s*[:.…»>]*$/i,
  ),
  rule("related", 40, /\bJUST WATCHED\b.*\bMUST WATCH\b/),
  // A bold label that ran into its link: "Budget talks:Ministers meet for a third night".
  rule("related", 30, /^\p{L}[^:.]{1,70}:(?=[\p{Lu}'"‘“])(?:\S+ ){3,}[^.]*[^.:;,]$/u),
  rule("related", 20, /^(?:read more|more) [^.!?]*(?::|https?:\/\/\S+)$/i),
  rule("navigation", 12, /^[^.!?]{0,40}?:?\s*https?:\/\/\S+(?:,?\s+(?:and\s+)?https?:\/\/\S+)*$/i),
  rule("author-blurb", 8, /^(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+\.[\w.-]+[;,.]?(?:\s.*)?$/i),
  rule(
    "related",
    25,
    /^(?:read|see|watch) (?:the (?:full|original|whole|rest of the|complete) )?(?:article|story|stories|interview|piece|post|video)\b[^.!?]*(?:here|below|at|on)?[.:]?$/i,
  ),
  rule(
    "share",
    14,
    /^(?=.*\b(?:share|shares|tweet|pin|e-?mail|print|whatsapp|messenger|telegram|facebook|twitter|linkedin|reddit|pinterest|tumblr|flipboard|instagram|copy link|link copied)\b)(?:share|tweet|pin|e-?mail|print|save|like|flip|whatsapp|messenger|telegram|facebook|twitter|x|linkedin|reddit|pinterest|tumblr|pocket|flipboard|instagram|youtube|tiktok|copy(?: link| url)?|link copied!?|(?:this|article|story|post|page|on|via|to|with|by|and|a|friend|link|the|more|options|icon|logo|button|follow|us|in|new|window|opens|comments?|\d+|shares?|[|•·,/&+!:-])|\s)+$/i,
  ),
  rule(
    "share",
    25,
    /^(?:share (?:this|on|via|with)\b|click to (?:share|e-?mail|print|copy)\b|like this:|follow us\b|(?:like|find|join) us on\b|stay (?:connected|in touch|informed|tuned)\s*[:.!]?$|connect with us\b|follow @?\S+(?: \S+){0,8} on (?:twitter|facebook|instagram|x|threads|tiktok)\b)/i,
  ),
  rule(
    "newsletter",
    60,
    /^(?:sign up|subscribe|register|enter your e-?mail|get (?:the|our|your|all|more|deals|daily|weekly|breaking)|join (?:our|the|us)|receive|want more|like what you|never miss|stay up to date|keep up)\b.{0,200}\b(?:newsletters?|inbox|e-?mail(?:s| alerts| address)?|subscri(?:be|ption)s?|alerts?|briefing|podcast|text messages?|delivered|app)\b/is,
  ),
  rule(
    "newsletter",
    25,
    /^(?:sign up|subscribe|register|log in|sign in|create (?:a free|an|your) account|become a (?:member|subscriber|supporter)|download (?:our|the) [^.]*app|support (?:our|local|independent|quality) journalism|donate)\b/i,
  ),
  rule(
    "newsletter",
    45,
    /\b(?:sign up (?:here|now|today|for (?:our|the|free|it))|subscribe (?:here|now|today|to (?:our|the) newsletter)|thank you for (?:supporting our journalism|subscribing|signing up)|thanks for (?:reading|subscribing|signing up))\b/i,
  ),
  rule(
    "comments",
    12,
    /^(?:leave a (?:reply|comment)|post a comment|add (?:a|your) comment|(?:view|show|hide|load|read|see)(?: all| more| the)?(?: \d+)? comments?|\d+ (?:comments?|replies|responses|thoughts on.*)|comments?(?: \(\d+\)| are closed| section| off)?|(?:join|start) the (?:conversation|discussion)|be the first to comment|cancel reply|post comment|notify me of [^.]*|save my name[^.]*|log ?in to (?:leave a )?(?:comment|reply))\s*[.:!]*$/i,
  ),
  rule(
    "comments",
    30,
    /^(?:fill in your details below|you are commenting using your|your e-?mail address will not be published|required fields are marked|connecting to %s|this site uses akismet|please let us know if you(?:['’]re| are) having (?:issues|problems|trouble) with comment)/i,
  ),
  rule("comments", 12, /^(?:\S+(?: \S+)? (?:logo|picture|photo)|[^.]*\blog ?out \/ change\b.*)$/i),
  rule("copyright", 90, /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4})|all rights reserved)/i),
  rule(
    "copyright",
    70,
    /\b(?:all rights reserved|may not be (?:published|reproduced|copied|reprinted)[^.]*(?:broadcast|rewritten|redistributed|distributed|permission))\b/i,
  ),
  rule(
    "copyright",
    40,
    /^(?:this (?:article|story|post|piece|report|column|essay) (?:was |has been )?(?:originally |first )(?:published|appeared|posted|ran)|(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at))\b/i,
  ),
  rule("caption", 15, /^[^.!?]*\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp4|mov)$/i),
  rule(
    "caption",
    20,
    /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*[-–—|•]\s*(?:source|video|now playing|credit|duration)\b.*)?$/i,
  ),
  rule(
    "caption",
    70,
    /^(?:(?:file|handout|undated) )?(?:photos?|images?|pictures?|photographs?|illustrations?|credits?|photo credits?|image source|image copyright|image caption|media caption|caption|video|graphic)(?: (?:by|credit|courtesy|caption|source|copyright)\b|\s*[:|©/])/i,
  ),
  rule(
    "caption",
    80,
    /(?:\((?:AP|AFP|EPA|Reuters|Getty|Photo|Image|File|Credit|Courtesy)\b[^()]{0,80}(?:\)|$)|\b(?:Getty Images|AFP\/Getty|AP Photo|via AP|via Reuters|Shutterstock|\/Reuters|\/AFP|\/AP|\/EPA|\/Getty)|\bfile photo)\s*[.)\]]*$/,
  ),
  rule(
    "caption",
    14,
    /^(?:hide caption|toggle caption|enlarge(?: this)? image|view (?:gallery|slideshow|photos)|(?:advertisement|replay) more videos\b.*|play video|now playing)$/i,
  ),
  rule(
    "author-blurb",
    60,
    /^(?:about the authors?\b|contribut(?:ing|ed|ors?)(?: by)?\s*:|(?:additional )?(?:reporting|editing|writing|research) by\b|edited by\b|reported by\b|with (?:additional )?(?:reporting|files) (?:by|from)\b|follow (?:\S+ ){0,6}(?:reporter|him|her|them|me|on)\b|(?:contact|reach|e-?mail) (?:the (?:reporter|author|writer)|him|her|them|me)\b)/i,
  ),
  rule("author-blurb", 12, /^[—–-] ?(?:\p{Lu}[\p{L}.'’-]+,? ?(?:and )?){2,8}$/u),
  rule(
    "author-blurb",
    70,
    /\b(?:contributed (?:to|reporting|to the reporting)(?: (?:to|for|from))?(?: this| the)? ?(?:report|story|article|piece)?\.?$|(?:can|may) be (?:reached|contacted|followed) (?:at|on|via)\b|(?:views|opinions) expressed (?:in this|here|are|by)|on (?:twitter|x|instagram)(?: at)?:? ?(?:\(?@\w+\)?)[.)]*$)/i,
  ),
  rule(
    "navigation",
    8,
    /^(?:advertisements?|ad|skip (?:ad|advertisement|to (?:main )?content)|story continues(?: below)?(?: advertisement)?|continue reading(?: (?:below|the main story))?|(?:article|story) continues[^.]*|scroll (?:down )?to continue[^.]*|sponsored(?: content| by .*)?|promoted(?: content)?|paid (?:post|content)|back to top|home|menu|search|close|next|previous|next article|previous article|loading\s*[.…]*|print this page|listen to (?:this )?article|recommended links|about us|contact us|privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|accessibility(?: statement)?|site map)\s*[.:»>]*$/i,
  ),
  rule(
    "navigation",
    40,
    /^(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|keywords|sections?|in this (?:article|story))\s*:/i,
  ),
  rule(
    "navigation",
    20,
    /^(?:home|news|world|politics|business|sports?)(?:\s*[>»/›|]\s*[^>»/›|.]{1,40})+$/i,
  ),
  rule(
    "navigation",
    40,
    /^(?:we use cookies|this (?:web)?site uses cookies|by (?:continuing|clicking|using|signing)\b.{0,80}\b(?:agree|accept|consent)|javascript is (?:disabled|required)|please enable javascript|your browser (?:does not|is))\b/i,
  ),
];

/** Why a paragraph (Markdown emphasis removed) is furniture wherever it stands, or `undefined`. */
function recogniseFurniture(plain: string): ExclusionReason | undefined {
  const words = countWords(plain.slice(0, 2_000));
  if (words === 0 || words > 90) return undefined;
  return RULES.find((entry) => words <= entry.words && entry.pattern.test(plain))?.reason;
}

/** One entry a part: the reason to keep it out, or `undefined` for prose. Filled in step by step. */
export type Marks = (ExclusionReason | undefined)[];

const MEDIA = /\.(?:jpe?g|png|gif|webp|mp4)$|^(?:\d{1,2}:)?\d{1,2}:\d{2}\b/i;

/** Ends as a sentence does. */
export function isSentenceLike(plain: string): boolean {
  return /[.!?…。！？]["'”’»)\]*_]*$/u.test(plain);
}

/** A part long enough, and finished, so that it can only be prose. */
export function isProse(part: Part): boolean {
  const words = countWords(part.plain);
  return part.kind !== "heading" && (words >= 30 || (words >= 10 && isSentenceLike(part.plain)));
}

export function markFurniture(parts: readonly Part[]): Marks {
  const marks: Marks = parts.map((part) => {
    if (part.kind === "markup") return "markup";
    if (part.kind === "image") return "caption";
    if (!/[\p{L}\p{N}]/u.test(part.plain)) return "markup";
    return part.end - part.start > 1_500 ? undefined : recogniseFurniture(part.plain);
  });
  markMediaGroups(parts, marks);
  return marks;
}

/** Lines set directly beside an image's file name or a running time are its caption and credit. */
function markMediaGroups(parts: readonly Part[], marks: Marks): void {
  const groups = new Set(
    parts
      .filter((part, at) => marks[at] === "caption" && MEDIA.test(part.plain))
      .map(({ group }) => group),
  );
  for (const [at, part] of parts.entries()) {
    if (groups.has(part.group) && marks[at] === undefined && !isProse(part)) marks[at] = "caption";
  }
}
