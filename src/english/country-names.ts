// Text → the countries, or the states of the United States, that it names.

import { readNames } from "./names.ts";

/** A name as the text has it, and the one name that is counted for it. */
interface NamedPlace {
  readonly written: string;
  readonly name: string;
}

const COUNTRIES =
  "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina|Botswana|Brazil|Britain|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|England|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe";
const STATES =
  "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming";
/** Other names by which news knows a country. */
const ALIASES: Readonly<Record<string, string>> = {
  US: "United States",
  "U.S": "United States",
  USA: "United States",
  "U.S.A": "United States",
  "United States of America": "United States",
  UK: "United Kingdom",
  "U.K": "United Kingdom",
  "Great Britain": "Britain",
  UAE: "United Arab Emirates",
  Burma: "Myanmar",
  Czechia: "Czech Republic",
  "Democratic Republic of Congo": "Congo",
  "Democratic Republic of the Congo": "Congo",
  "Republic of Ireland": "Ireland",
  "Russian Federation": "Russia",
  "Syrian Arab Republic": "Syria",
  "Côte d’Ivoire": "Ivory Coast",
  "Timor-Leste": "East Timor",
  Türkiye: "Turkey",
};
/** Words behind a place that tell of somebody's post there, not of another name. */
const POST =
  /^\s(?:Gov|Sen|Rep|Prime|President|Minister|Governor|Senator|Attorney|Secretary|King|Queen|Defen[cs]e|Foreign)\b/u;

/** "The Queen of Belgium". */
const OF = /\p{L}\sof\s(?:the\s)?(?!.*\sof\s)(.+)$/u;

/** What can be listed from a text by names alone. */
export type PlaceKind = "countries" | "states";

const KNOWN: Readonly<Record<PlaceKind, ReadonlyMap<string, string>>> = {
  countries: new Map([...COUNTRIES.split("|").map(pairName), ...Object.entries(ALIASES)]),
  states: new Map(STATES.split("|").map(pairName)),
};

function pairName(name: string): [string, string] {
  return [name, name];
}

/**
 * In the order of the text, repeats kept. A name inside a longer one is none ("Jim Jordan", "Iraq Body
 * Count"), "Jordan's" and "Montana Gov. Roe" are.
 */
export function listPlaces(text: string, kind: PlaceKind): readonly NamedPlace[] {
  return readNames(text).flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const name = findKnown(written, KNOWN[kind]);
    return name === undefined ? [] : [{ written, name }];
  });
}

function findKnown(written: string, known: ReadonlyMap<string, string>): string | undefined {
  const whole = known.get(written) ?? known.get(OF.exec(written)?.[1] ?? "");
  if (whole !== undefined) return whole;
  return [...known].find(
    ([name]) => written.startsWith(name) && POST.test(written.slice(name.length)),
  )?.[1];
}
