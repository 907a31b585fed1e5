// Two given names, folded → whether one is a common short form of the other.
// "bob", "robert" → true

/** Each line holds forms of one name that share no beginning. */
const FORMS: readonly ReadonlySet<string>[] = [
  "robert bob bobby rob",
  "william bill billy will",
  "richard dick rick",
  "james jim jimmy",
  "john jack johnny",
  "edward ted eddie ned",
  "anthony tony",
  "thomas tom tommy",
  "charles chuck charlie",
  "henry harry hank",
  "lawrence laurence larry",
  "michael mike mick mickey",
  "joseph joe",
  "margaret peggy maggie meg",
  "elizabeth liz betty beth lizzie",
  "katherine catherine kathryn kate kathy katie cathy",
  "alexander alexandra alex sasha sandy",
  "theodore ted teddy",
  "francis frank",
  "andrew andy drew",
  "stephen steven steve",
].map((line) => new Set(line.split(" ")));
/** A shorter beginning is shared by chance. */
const SHORTEST = 3;

/** "Dan" and "Daniel", "Jim" and "James"; every name is a form of itself. */
export function isGivenName(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const begins = short.length >= SHORTEST && long.startsWith(short);
  return begins || FORMS.some((forms) => forms.has(one) && forms.has(other));
}
