// A word that opens a sentence → whether it is more likely a common word than a name.

const NOUNS = `ability abuse access accident accord account accountant act action activist activity actor adviser advisor
affair age agency agent agreement aid aide air airline airport airstrike alarm album alcohol ally ambassador amount analyst
animal anger annual answer appeal applicant approval area argument arm army arrest art article artist assault asset attack
attempt attendance attention author authority average award baby balance ballot ban bank banker bar battle beach bed bid bill
bird birth blast blaze board boat body bomb bombing bond book border boss bottom boy branch bread breakdown bridge broadcaster
budget builder building bus business buyer cabinet call camera camp campaign cancer candidate capacity capital captain car care
career carer cargo carrier case cash cat cattle cause ceasefire cell censorship center central centre century ceremony chain
chair chairman chance change charge charity cheese chemical chief child children choice church cinema citizen city civilian
claim clash class clean cleaner clerk climate clinic clothes club coach coal coalition coast coffee cold collection college
combat commander comment commission commissioner committee community commuter company competition complaint computer concern
condition conference conflict congestion conservation construction consumer contact contract contractor control cooperation
corruption cost costs cotton council councillor country couple court cousin coverage cow crash credit crew crime criminal crisis
critic criticism crop crowd culture currency customer cut cyclist damage danger darkness daughter day deal death debate debt
decision decline defector defence defendant defense deficit degree delay delegate delegation delivery demand democracy
demonstration demonstrator department departure deployment deposit depression deputy desert deserter design desk detail
detective developer development diplomat director disaster discipline disease dispute district diver divorce doctor document
dog dollar donation donor door doubt dozen drill driver driving drone drought drug dust duty earning earth earthquake east
eastern economist economy editor education effect effort egg election electricity emission employee employer employment end
energy engineer engineering entry environment equipment error escape estimate event evidence examination excavation exchange
executive exhibition expansion expense expert explosion export exporter extra eyewitness face facility factory failure family
fan fare farmer farming fashion father fault fear feature fee fellow ferry festival fighter fighting figure film finance
fine fire firefighter firm fish fisherman fishermen fishing flag fleet flight flood flooding floor flour flow flu food football force
forecast foreign foreigner forest founder frame fraud freedom freight friend frost fruit fuel fund funding funeral funds future game
gang garden gas gasoline gate gold government governor graduate grain grant grass ground group growth guard guest guide gun
gunman gunmen harbour harbor harvest head headquarters health heat heating height help helicopter high hill historian history
holiday home hope hospital hostage hotel hour house household housing human hunger hunter husband ice idea illness image
immigration impact import incident income industry infection inflation information infrastructure injury inmate inquiry
inspector inspection institution insurance insurer intelligence interest international internet interview investigation investigator
investment investor irrigation island issue item jail job jobless journalist journey judge jury justice killing labor labour
lack lake land landlord landowner language law lawmaker lawyer leader leadership leak learning leave legislator lender letter level library
licence license life light line list literacy livestock living loan local location lorry loss low lunch machine magazine mail maintenance
majority maker male mall man management manager manufacturer manufacturing map march mark market marriage mask mass material
matter mayor meal measure meat medal media medic medicine meeting member membership memory men merchant message metal meter method
migrant migration militant military militia milk mill mine miner minister ministry minority missile mission mistake mob money
monitor month morale mortality mortgage most mother motorist mountain move movement museum music musician name nation
national nature navy neighbor neighbour net network new newcomer news newspaper night noise north northern nurse observer
occupancy offer office officer official oil old operation operator opinion opponent opposition order organiser organizer
organization organisation other output outbreak outside owner page pain paint painter painting panel paper parade parcel
parent park parking parliament part participant participation partner party pass passage passenger path patient patrol pay
payment peace pension pensioner people performance period permission permit person petrol petition phone photograph photographer
picture pilot pipe pipeline place plan plane planner planning plant planting plastic player plot point poison police policeman policy
politician politics poll polling pollution poor population port position post poster potato poverty power practice prayer premium
preparation presence presenter press pressure price prison prisoner private prize problem procedure producer product production
profit program programme progress project promise promotion property proposal prosecutor protection protest protester
protestor province public publisher punishment pupil purchase quality quarter question rail railway rain rainfall rally range ranger
rate reader reading real rebel recession record recovery recruit recruitment reduction reef reform refugee region regulator relation
relative relief religion rent repair replacement report reporter representative republic request rescue rescuer research researcher
reserve reservoir resident resistance resort resource response restaurant restoration result retail retailer retirement
return revenue review revolt reward rice rider right rise risk ritual river road robbery robot rock role roof room route rubbish rule ruling
runner safety sailor salaries salary sale salt sample sanction sand saving scheme scholar school science scientist score scout sea search
season seat second secretary section security seizure self seller senate senior sensor sentence series service session settlement
severe share shareholder sheep shell shelling shelter ship shipment shipping shop shopkeeper shopper shortage show side sign signal
silver singer site situation size skill skipper sky smoke smuggler smuggling snow society soil soldier solution son song sound source
south southern space speaker specialist spectator speech speed spending spirit spokesman spokesperson spokeswoman sponsor
sport squad staff stage stake stall standard star start state statement station statue steel step stock stone storage store
storm story strategy street strength strike striker structure student study subject subsidies subsidy success suicide summer sunlight supplier supply
support supporter surgeon surgery surplus surveillance survey survivor suspect suspicion swimmer system table target tax
taxi teacher teaching team technician technology telephone television temperature tenant tension term territory terrorism test
testing text theatre theft theory thief thing thousand threat ticket timber time tip title tobacco tonne tool top tour
tourism tourist tower town trade trader trading traffic trail train trainer training transfer translator transport
travel traveller treasurer treasury treatment tree trend trial trip troop trouble truck truckers trust truth tunnel turnout union
unemployment unit university use user vaccination vaccine value van vegetable vehicle vendor vessel veteran victim victory video
view village villager violence visa visitor voice volume volunteer vote voter voting wage wait wall war ward warehouse
warning waste watchdog water wave way weapon weather web website wedding week weekend weight well west western whale wheat wheel
whole wife wildlife wind window wine winner winter witness wolf wolves woman women wood wool word work worker working workshop world
worry worshipper wounded writer year young youth zone`;

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

const COMMON: ReadonlySet<string> = new Set(`${NOUNS} ${OPENERS}`.split(/\s+/));
const SUFFIX =
  /(?:ing|tion|sion|ment|ness|ity|ism|ance|ence|ship|hood|ology|ally|ly|ers|ors|ists|ants|ures|ages|ees|cies|ries|ful|less|able|ible|ous|ised|ized|ated)$/;
const SPEAKS =
  /^(said|says|told|tells|added|adds|argued|argues|warned|warns|insisted|explained|claimed|is|was|has|who|himself|herself|also)$/;
const NAME_PART = /^\p{Lu}/u;

/** `followers` are the next words of the sentence as written: "Hollis said" is a name, "Hens lay" not. */
export function isCommonOpening(folded: string, followers: readonly string[]): boolean {
  const [next = ""] = followers;
  if (COMMON.has(folded) || COMMON.has(singular(folded))) return true;
  if (NAME_PART.test(next) && !/^\p{Lu}{2}/u.test(next)) return false;
  if (folded.length > 5 && SUFFIX.test(folded)) return true;
  if (/[^su]s$/.test(folded)) return !SPEAKS.test(next);
  return false;
}

function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.replace(/es$/, "");
  return word.replace(/s$/, "");
}
