import type { EntityManager } from 'typeorm';
import { allRounds, askedOn, isLate, type Round } from '../../availability/rounds.js';
import { currentAnswers, type StoredAnswer } from '../../availability/stored-answers.js';
import {
  currentWaivers,
  type StoredWaiver,
  waiverVersions,
} from '../../availability/stored-waivers.js';

/** Where somebody stands with a term's availability round. */
export interface AnswerStanding {
  /** Answered, Late, Waived or None; null: not asked. */
  answer: 'Answered' | 'Late' | 'Waived' | 'None' | null;
  said: StoredAnswer | undefined;
  waiver: StoredWaiver | undefined;
  /** How often that was changed. */
  waiverVersion: number;
}

export interface AnswerStandings {
  /** Null: none is open for the term. */
  round: Round | null;
  of(code: string): AnswerStanding;
}

/** Where everybody stands with the round of a term, in five statements. */
export async function answerStandings(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<AnswerStandings> {
  const round = (await allRounds(manager)).find((each) => each.termId === termId) ?? null;
  const asked = await askedOn(manager, today);
  const answers = round === null ? [] : await currentAnswers(manager, round.id);
  const waivers = round === null ? [] : await currentWaivers(manager, round.id);
  const versions = await waiverVersions(manager, termId);
  const answerOf = new Map(answers.map((answer) => [answer.lead, answer]));
  const waiverOf = new Map(waivers.map((waiver) => [waiver.lead, waiver]));
  return {
    round,
    of(code) {
      const [said, waiver] = [answerOf.get(code), waiverOf.get(code)];
      return {
        answer: standing(round, said, waiver, asked.has(code)),
        said,
        waiver,
        waiverVersion: versions.get(code) ?? 0,
      };
    },
  };
}

function standing(
  round: Round | null,
  said: StoredAnswer | undefined,
  waiver: StoredWaiver | undefined,
  isAsked: boolean,
): AnswerStanding['answer'] {
  if (round === null) return null;
  if (said) return isLate(said.answeredOn, round.deadlineAt) ? 'Late' : 'Answered';
  if (waiver) return 'Waived';
  return isAsked ? 'None' : null;
}
