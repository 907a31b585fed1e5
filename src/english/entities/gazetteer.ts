// A name → whether it is a place that readers of English news know without being told, and under which name it is listed.
// "U.S." → "United States", "Ghent" → nothing: it is told a place by what stands around it

/** Each line: the name that is listed, then other forms of it. */
const FORMS = [
  "United States|US|U.S.|USA|U.S.A.|America",
  "United Kingdom|UK|U.K.|Britain|Great Britain",
  "United Arab Emirates|UAE",
  "European Union|EU|E.U.",
  "Czech Republic|Czechia",
  "Washington|Washington, D.C.|Washington DC|Washington D.C.|D.C.",
  "Los Angeles|LA|L.A.",
  "New York City|NYC",
  "Ivory Coast|Côte d’Ivoire",
  "Myanmar|Burma",
  "Turkey|Türkiye",
  "Netherlands|Holland",
  "Kyiv|Kiev",
  "Saint Petersburg|St. Petersburg|St Petersburg",
] as const;

const COUNTRIES =
  "Afghanistan,Albania,Algeria,Angola,Argentina,Armenia,Australia,Austria,Azerbaijan,Bahamas,Bahrain,Bangladesh,Barbados,Belarus,Belgium,Belize,Benin,Bhutan,Bolivia,Bosnia,Botswana,Brazil,Brunei,Bulgaria,Burundi,Cambodia,Cameroon,Canada,Chad,Chile,China,Colombia,Congo,Costa Rica,Croatia,Cuba,Cyprus,Denmark,Djibouti,Dominican Republic,Ecuador,Egypt,El Salvador,England,Eritrea,Estonia,Ethiopia,Fiji,Finland,France,Gabon,Gambia,Georgia,Germany,Ghana,Greece,Greenland,Grenada,Guatemala,Guinea,Guyana,Haiti,Honduras,Hong Kong,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,Jamaica,Japan,Jordan,Kazakhstan,Kenya,Kosovo,Kuwait,Kyrgyzstan,Laos,Latvia,Lebanon,Lesotho,Liberia,Libya,Lithuania,Luxembourg,Macau,Madagascar,Malawi,Malaysia,Maldives,Mali,Malta,Mauritania,Mauritius,Mexico,Moldova,Monaco,Mongolia,Montenegro,Morocco,Mozambique,Namibia,Nepal,New Zealand,Nicaragua,Niger,Nigeria,North Korea,North Macedonia,Northern Ireland,Norway,Oman,Pakistan,Palestine,Panama,Papua New Guinea,Paraguay,Peru,Philippines,Poland,Portugal,Puerto Rico,Qatar,Romania,Russia,Rwanda,Samoa,Saudi Arabia,Scotland,Senegal,Serbia,Sierra Leone,Singapore,Slovakia,Slovenia,Somalia,South Africa,South Korea,South Sudan,Soviet Union,Spain,Sri Lanka,Sudan,Suriname,Sweden,Switzerland,Syria,Taiwan,Tajikistan,Tanzania,Thailand,Tibet,Togo,Tonga,Trinidad,Tunisia,Turkmenistan,Uganda,Ukraine,Uruguay,Uzbekistan,Vanuatu,Vatican,Venezuela,Vietnam,Wales,Yemen,Zambia,Zimbabwe,Gaza,West Bank,Crimea,Catalonia,Kashmir,Siberia";
const STATES =
  "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Ontario,Quebec,Alberta,British Columbia,Manitoba,Nova Scotia,New South Wales,Queensland,Tasmania,Bavaria,Brandenburg,Saxony";
const CITIES =
  "Aberdeen,Abu Dhabi,Abuja,Accra,Addis Ababa,Adelaide,Aleppo,Amsterdam,Anchorage,Ankara,Antwerp,Athens,Atlanta,Auckland,Austin,Baghdad,Baltimore,Bangkok,Barcelona,Beijing,Beirut,Belfast,Belgrade,Berlin,Birmingham,Bogotá,Bogota,Bonn,Boston,Brasília,Brisbane,Bristol,Brooklyn,Brussels,Bucharest,Budapest,Buenos Aires,Buffalo,Cairo,Calgary,Cambridge,Canberra,Cape Town,Caracas,Cardiff,Charlotte,Chennai,Chicago,Cincinnati,Cleveland,Cologne,Copenhagen,Dallas,Damascus,Delhi,Denver,Detroit,Dhaka,Doha,Dubai,Dublin,Durham,Edinburgh,Edmonton,Florence,Frankfurt,Geneva,Glasgow,Guantanamo Bay,Guangzhou,Hamburg,Hanoi,Havana,Helsinki,Hiroshima,Honolulu,Houston,Indianapolis,Islamabad,Istanbul,Jacksonville,Jakarta,Jerusalem,Johannesburg,Kabul,Kandahar,Karachi,Kansas City,Kathmandu,Khartoum,Kolkata,Kuala Lumpur,Kyoto,Lagos,Lahore,Las Vegas,Leeds,Leicester,Lima,Lisbon,Liverpool,London,Luxor,Lyon,Madrid,Manchester,Manhattan,Manila,Marseille,Mecca,Melbourne,Memphis,Mexico City,Miami,Milan,Milwaukee,Minneapolis,Minsk,Mogadishu,Montreal,Moscow,Mosul,Mumbai,Munich,Nairobi,Naples,Nashville,New Delhi,New Orleans,Newark,Newcastle,Norfolk,Nottingham,Oakland,Oklahoma City,Orlando,Osaka,Oslo,Ottawa,Oxford,Paris,Perth,Philadelphia,Phoenix,Pittsburgh,Portland,Prague,Pyongyang,Rabat,Raleigh,Raqqa,Reykjavik,Riga,Rio de Janeiro,Riyadh,Rome,Rotterdam,Sacramento,Salt Lake City,San Antonio,San Diego,San Francisco,San Jose,San Juan,Sanaa,Santiago,São Paulo,Sao Paulo,Sarajevo,Savannah,Seattle,Seoul,Shanghai,Sheffield,Sofia,St. Louis,Stockholm,Stuttgart,Sydney,Taipei,Tallinn,Tampa,Tehran,Tel Aviv,Tokyo,Toronto,Tripoli,Tunis,Turin,Vancouver,Venice,Vienna,Vilnius,Warsaw,Wuhan,Zagreb,Zurich";
const REGIONS =
  "Africa,Asia,Europe,Antarctica,Arctic,North America,South America,Latin America,Central America,Middle East,Southeast Asia,Eastern Europe,Western Europe,Balkans,Caribbean,Scandinavia,Sahara,Sahel,Himalayas,Alps,Mediterranean,Atlantic,Pacific,Silicon Valley,Hollywood,Wall Street,Long Island,Capitol Hill,Downing Street,East Coast,West Coast,Midwest,Bay Area,Normandy,Brittany,Cornwall,Devon,Kent,Essex,Yorkshire,Sussex,Surrey,Midlands,East London,North London,South London,West London";

const FORM_OF: ReadonlyMap<string, string> = new Map([
  ...[COUNTRIES, STATES, CITIES, REGIONS].flatMap((list) =>
    list.split(",").map((name) => [name, name] as const),
  ),
  ...FORMS.flatMap((line) => {
    const [listed = "", ...others] = line.split("|");
    return [listed, ...others].map((form) => [form, listed] as const);
  }),
]);

const LANDS: ReadonlySet<string> = new Set([COUNTRIES, STATES, REGIONS].join(",").split(","));

/** A country, a state or a part of the world: unlike a city's, its name is hardly ever a person's. */
export function isLand(name: string): boolean {
  return LANDS.has(name);
}

/** Words in the longest name. */
export const LONGEST_PLACE = 3;

/** The name that a place is listed by; `undefined` for what is not known as one. */
export function findPlace(name: string): string | undefined {
  return FORM_OF.get(name);
}

/** Behind a name, of a place: "Rusk County", "Lake" stands before it too. */
export const PLACE_HEAD: RegExp =
  /^(?:County|City|River|Island|Islands|Lake|Mountain|Mountains|Valley|Beach|Bay|Province|Peninsula|Street|Avenue|Road|Park|Airport|Harbou?r|Hills|Heights|Square|Bridge|Village|Township|Falls|Desert|Sea|Ocean|Canal|Base)$/u;
/** Before a name, of a place: "Lake Brone", "Mount Tarn". */
export const PLACE_LEAD: RegExp = /^(?:Lake|Mount|Mt\.?|Fort|Cape|Port|Camp|Isle|Gulf)$/u;

/** Peoples, faiths and tongues: whom a word is of, never a name of its own. */
export const PEOPLE: RegExp =
  /^(?:(?:Afro|African|Anglo|Asian|Latin|Native|Indigenous|Black|White)(?:-\p{Lu}\p{Ll}+)?s?|American|British|Briton|Englishman|English|Scottish|Welsh|Irish|French|German|Italian|Spanish|Portuguese|Dutch|Belgian|Swiss|Austrian|Danish|Swedish|Norwegian|Finnish|Icelandic|Polish|Czech|Slovak|Hungarian|Romanian|Bulgarian|Greek|Turkish|Kurdish|Russian|Soviet|Ukrainian|Belarusian|Serbian|Serb|Croatian|Bosnian|Albanian|Georgian|Armenian|Israeli|Palestinian|Arab|Arabic|Iranian|Persian|Iraqi|Syrian|Lebanese|Jordanian|Egyptian|Libyan|Tunisian|Algerian|Moroccan|Saudi|Yemeni|Qatari|Emirati|Kuwaiti|Afghan|Pakistani|Indian|Bangladeshi|Nepali|Nepalese|Chinese|Japanese|Korean|North Korean|South Korean|Taiwanese|Vietnamese|Thai|Filipino|Indonesian|Malaysian|Burmese|Cambodian|Australian|Canadian|Mexican|Cuban|Brazilian|Argentine|Argentinian|Chilean|Colombian|Venezuelan|Peruvian|Haitian|Jamaican|Nigerian|Kenyan|Somali|Sudanese|Ethiopian|Rwandan|Congolese|Hawaiian|Alaskan|Texan|Californian|European|Western|Hispanic|Latino|Latina|Jewish|Jew|Muslim|Islamic|Islamist|Christian|Catholic|Protestant|Hindu|Buddhist|Sikh|Mormon|Sunni|Shia|Shiite|Orthodox|Evangelical|Nazi|Communist|Marxist|Republican|Democrat|Democratic|Labour|Conservative|Tory|GOP|Apache|Yaqui|Cherokee|Navajo|Sioux|Roma|New Yorker|Londoner|Parisian)(?:s|men|man|women|woman)?$/u;
