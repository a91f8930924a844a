import { type AimPrice } from '../../solver/explain/price.js';
import { type PricedPlan } from '../../solver/explain/plan-prices.js';
import { type PriceView } from './explanation-parts.schema.js';
import { counted, listed } from '../summary/phrases.js';
import { inMiles, type Teller } from './teller.js';

/** A price in words: the first aim that differs, then what comes with it, each a sentence. */
export function tellPrice({ price, isProven, moves }: PricedPlan, teller: Teller): PriceView {
  const km = moves.reviews.reduce(
    (sum, { before, after }) => sum + teller.km(after) - teller.km(before),
    0,
  );
  const [headline, ...also] = price.aims
    .filter(({ loss }) => loss !== 0)
    .map((aim) => aimInWords(aim, moves, teller));
  const miles = inMiles(km);
  return {
    ...price,
    isProven,
    miles,
    headline: headline ?? 'It costs nothing: no aim is served worse or better.',
    also: [
      ...also,
      ...(miles === 0 ? [] : [travelInWords(miles)]),
      ...(isProven ? [] : ['Not proven: the price is at most this.']),
    ],
  };
}

type Moves = PricedPlan['moves'];

function aimInWords({ aim, loss }: AimPrice, moves: Moves, teller: Teller): string {
  const size = Math.abs(loss);
  const isWorse = loss > 0;
  switch (aim) {
    case 'coverage':
      return coverageInWords(loss, moves, teller);
    case 'changes':
      return `${counted(size, isWorse ? 'more published lead or date changes' : 'fewer published lead or date changes', `${isWorse ? 'more' : 'fewer'} published leads and dates change`)}.`;
    case 'shadowing':
      return `${counted(size, isWorse ? 'fewer person gets' : 'more person gets', isWorse ? 'fewer people get' : 'more people get')} a shadow seat.`;
    case 'commitment':
      return `${counted(size, 'review')} ${isWorse ? 'more' : 'fewer'} short of the term’s targets${whoIsShort(moves, teller)}.`;
    case 'balance':
      return `The load is spread ${isWorse ? 'less' : 'more'} evenly, by ${counted(size, 'point')}${whoseLoad(moves, teller)}.`;
    case 'fit':
      return `Leads, dates and schools suit each other ${isWorse ? 'less' : 'better'}, by ${counted(size, 'point')}.`;
    case 'company':
      return `Quality assurers and shadows suit ${isWorse ? 'less' : 'better'}, by ${counted(size, 'point')}.`;
  }
}

function coverageInWords(loss: number, moves: Moves, teller: Teller): string {
  const schools = (which: 'LOST' | 'FOUND'): string[] =>
    moves.reviews
      .filter(({ before, after }) => {
        const [was, is] = which === 'LOST' ? [before, after] : [after, before];
        return was.lead !== null && is.lead === null;
      })
      .map(({ review }) => teller.names.school(review));
  const [lost, found] = [schools('LOST'), schools('FOUND')];
  const parts = [
    lost.length === 0
      ? ''
      : `${counted(lost.length, 'review loses its', 'reviews lose their')} lead: ${listed(lost)}`,
    found.length === 0
      ? ''
      : `${counted(found.length, 'review gets a', 'reviews get a')} lead: ${listed(found)}`,
  ].filter((part) => part !== '');
  const first = loss > 0 ? parts : parts.reverse();
  return first.length === 0
    ? `Coverage ${loss > 0 ? 'falls' : 'rises'} by ${counted(Math.abs(loss), 'point')} of priority.`
    : `${first.join('; ')}.`;
}

interface Load {
  person: string;
  target: number;
  before: number;
  after: number;
}

/** Everybody who leads more or fewer reviews. */
function loads({ people, reviews }: Moves, teller: Teller): Load[] {
  return people.flatMap((person): Load[] => {
    const lead = teller.people.get(person);
    const before = teller.rows.filter((row) => row.lead === person).length;
    const change = reviews.reduce(
      (sum, move) => sum + Number(move.after.lead === person) - Number(move.before.lead === person),
      0,
    );
    if (!lead?.roles.includes('LEAD') || change === 0) return [];
    return [{ person, target: lead.commitment.target, before, after: before + change }];
  });
}

function whoIsShort(moves: Moves, teller: Teller): string {
  const short = ({ target }: Load, led: number): number => Math.max(0, target - led);
  const people = loads(moves, teller)
    .filter((load) => short(load, load.before) !== short(load, load.after))
    .map(
      ({ person, after, target }) =>
        `${teller.names.person(person)} leads ${after} of a target of ${target}`,
    );
  return people.length === 0 ? '' : `: ${listed(people)}`;
}

function whoseLoad(moves: Moves, teller: Teller): string {
  const people = loads(moves, teller).map(
    ({ person, before, after }) =>
      `${teller.names.person(person)} leads ${after} instead of ${before}`,
  );
  return people.length === 0 ? '' : `: ${listed(people)}`;
}

function travelInWords(miles: number): string {
  return `Leads travel ${counted(Math.abs(miles), 'mile')} ${miles > 0 ? 'further' : 'less'} in all, one way.`;
}
