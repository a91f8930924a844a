import type { Lead, Problem, Review } from '../problem.js';
import { mostMet } from './matching.js';
import { type PersonRoom, personRoom } from './review-findings.js';
import { roomsFor } from './rooms.js';
import type { SecondSeats } from './second-seats.js';
import { findShortages } from './short-sets.js';

/** What stands between new leads and their quality assurers. */
export interface AssurerFindings {
  /** New leads who could lead something, if they are assured. */
  newLeads: number;
  /** People who could assure one of them. */
  people: number;
  /** No plan has more of the new leads lead anything. */
  most: number;
  /** New leads whose quality nobody could assure on any review they could lead: they can lead nothing. */
  nobody: string[];
  /** New leads for whom there are too few assurers together. */
  shortages: AssurerShortage[];
}

export interface AssurerShortage {
  newLeads: string[];
  /** The most of them that can lead anything. */
  most: number;
  assurers: PersonRoom[];
}

/** What stands between people in induction and the review that they are to shadow. */
export interface ShadowFindings {
  people: number;
  /** Reviews that one of them could shadow. */
  reviews: number;
  /** No plan has more shadows. */
  most: number;
  /** People who can shadow no review. */
  nowhere: string[];
  /** People for whom there are too few reviews together. */
  shortages: { people: string[]; most: number; reviews: string[] }[];
}

/** @returns also the new leads whom nobody could assure, as indexes */
export function assurerFindings(
  problem: Problem,
  seats: SecondSeats,
): { findings: AssurerFindings; never: number[] } {
  const { people, supply, options } = seats;
  const all = people.map((_, row) => row);
  const never = people.filter((_, row) => options.isEmpty(row));
  const findings = {
    newLeads: people.length,
    people: roomsFor(supply, options, all).filter(({ most }) => most > 0).length,
    most: mostMet(supply, options, all),
    nobody: never.map((person) => nameOf(problem, person)),
    shortages: findShortages(supply, options)
      .filter(({ demands: [first = 0] }) => !options.isEmpty(first))
      .map(({ demands, most }) => ({
        newLeads: demands.map((row) => nameOf(problem, people[row] as number)),
        most,
        assurers: roomsFor(supply, options, demands).map((room) =>
          personRoom(problem, room, { pinnedSeats: new Map() }),
        ),
      })),
  };
  return { findings, never };
}

export function shadowFindings(
  problem: Problem,
  { people, supply, options }: SecondSeats,
): ShadowFindings {
  const all = people.map((_, row) => row);
  const reviewsOf = (rows: readonly number[]): string[] =>
    roomsFor(supply, options, rows).map(({ holder }) => (problem.reviews[holder] as Review).id);
  return {
    people: people.length,
    reviews: reviewsOf(all).length,
    most: mostMet(supply, options, all),
    nowhere: people
      .filter((_, row) => options.isEmpty(row))
      .map((person) => nameOf(problem, person)),
    shortages: findShortages(supply, options)
      .filter(({ demands: [first = 0] }) => !options.isEmpty(first))
      .map(({ demands, most }) => ({
        people: demands.map((row) => nameOf(problem, people[row] as number)),
        most,
        reviews: reviewsOf(demands),
      })),
  };
}

function nameOf({ leads }: Problem, person: number): string {
  return (leads[person] as Lead).id;
}
