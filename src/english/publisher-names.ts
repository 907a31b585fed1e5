// The names of papers, agencies and stations, as parts of patterns.

/** Names that are publishers whatever stands around them. */
const BRANDS =
  "CNN|BBC|CBS|NBC|ABC|MSNBC|CNBC|PBS|NPR|ITV|CBC|CTV|RTE|RTÉ|NHK|Reuters|AP|AFP|UPI|PTI|ANI|IANS|TASS|Xinhua|" +
  "Al Jazeera|Bloomberg|Politico|POLITICO|Axios|BuzzFeed|HuffPost|Deutsche Welle|Agence France-Presse|Der Spiegel|" +
  "Le Monde|Le Figaro|El País|Forbes|Newsweek|Vanity Fair|The New Yorker|The Atlantic|The Verge|TMZ|ProPublica|" +
  "Interfax|Kyodo|Haaretz|Euronews|Wired|WIRED|Gizmodo|TechCrunch|Breitbart|Snopes|Vox|ESPN|USA TODAY";
/** Words that end a publisher's name, parted by bars. */
export const PUBLISHER_ENDS: string =
  "Times|Post|Herald|News|Journal|Gazette|Tribune|Telegraph|Guardian|Press|Chronicle|Courier|Observer|Independent|" +
  "Mail|Mirror|Express|Inquirer|Sentinel|Globe|Echo|Examiner|Bulletin|Dispatch|Register|Reporter|Review|Standard|" +
  "Magazine|Weekly|Daily|Radio|Television|TV|Agency|Network|Star|Sun|Today|Bee|Argus|Record|Ledger|Monitor|" +
  "Economist|Intercept|Republic|Advertiser|Mercury|Scotsman|Hill";
/** One word of a name. */
export const CAPITAL: string = "(?:\\p{Lu}[\\p{L}'’-]*|(?:St|U\\.S|U\\.K)\\.)";
/** A sentence's end is no part of a name, nor does one begin with "of". */
const PREFIX = `(?:${CAPITAL}\\s+(?:(?:${CAPITAL}|of|de|la|and|&)\\s+){0,3})?`;
/** A known publisher, or a name that ends as theirs do; with "the" before it. */
export const PUBLISHER: string =
  `(?:(?:the|The)\\s+)?(?:${PREFIX}(?:${PUBLISHER_ENDS})|(?:${BRANDS}))` +
  `(?:\\s+(?:News|World News|Magazine|magazine|newspaper|news agency|Sport|Business|Radio|Television|America|International))?` +
  "(?![\\p{L}\\p{N}-])";
