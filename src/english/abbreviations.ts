// The words of English news that end in a full stop without ending a sentence.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stand before a name or a number: the full stop never ends the sentence. */
export const PREFIXES: ReadonlySet<string> = list(`
  Mr Mrs Ms Mx Dr Drs Prof Gen Maj Lt Col Capt Cpt Sgt Cpl Pvt Pfc Spc Cmdr Cdr Adm Brig Ens Sen Sens Rep Reps
  Gov Govs Rev Hon Pres Supt Det Insp Fr Msgr Messrs Mme Mlle Atty Asst Assoc Dep Amb Sec St Ste Mt Ft Pte
  vs v cf viz approx ca Vol Vols Fig Figs Eq Op e.g i.e eg ie Dist Comm Commr Secy Treas`);

/** Abbreviations only before a number: "No. 5", "p. 12", "Jan. 3", "Art. 5". */
export const BEFORE_NUMBERS: ReadonlySet<string> = list(`
  No no Nos nos N° n° p pp Pt Ch Art art Sec sec Sect ext Ext tel Tel ver Rev Apt Rm Ste Bk
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`);

/** May end a sentence: they do when a word follows that opens one ("The", "But"). */
export const SUFFIXES: ReadonlySet<string> = list(`
  Co co Cos Corp Inc Ltd Bros Jr Sr Esq Ph.D Ph.Ds M.D D.C etc al Ave Blvd Rd st Dept dept Univ Assn Bldg Hwy Rte
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev
  Okla Ore Oreg Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask
  Intl Natl Govt Admin Cent Mfg Hosp Inst Acad Ret ret est Est min max oz lb lbs mph km ft sq hr hrs yr yrs`);

/** Words that, capitalised after an abbreviation, open a sentence rather than continue a name. */
export const OPENERS: ReadonlySet<string> = list(`
  The A An He She It They We You I His Her Its Their Our My Your This That These Those There Here
  In On At By For From With Without After Before During Since Until Under Over About Among Between
  As If When While Where Who What Why How Which Whether Although Though Because Despite Unlike
  But And Or Nor So Yet Then However Meanwhile Moreover Still Also Now Later Instead Even Only Just Once
  Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May Might Must
  Some Many Most Several Few Both All Another Other Others Each Every No Not None Nobody Nothing Asked According
  Officials Police Experts Critics Analysts Authorities Earlier Today Yesterday Tomorrow Last Next`);

/** Follow a clock time without opening a sentence: "5 p.m. Tuesday", "8 a.m. EST". */
export const AFTER_CLOCK: ReadonlySet<string> = list(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST AEST Eastern Central Pacific Mountain`);
