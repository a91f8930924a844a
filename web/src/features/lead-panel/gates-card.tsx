import { IconAlertTriangle } from '@tabler/icons-react';
import type { LeadGate, PlanLead } from '../../api/lead-panel';
import { Card } from '../../parts/card';
import { Tag, type Tone } from '../../parts/tag';
import { CorrectButton } from './correct-button';
import classes from './lead-panel.module.css';

const GATES: Readonly<Record<LeadGate['state'], readonly [Tone, string]>> = {
  CURRENT: ['ok', 'Current'],
  ENDING: ['warn', 'Runs out'],
  ENDED: ['gap', 'Ran out'],
  MISSING: ['gap', 'Missing'],
};
const TRAINING = {
  DONE: ['ok', 'Done'],
  AHEAD: ['plain', 'Ahead'],
  MISSED: ['gap', 'Missed'],
} as const satisfies Record<PlanLead['training'][number]['state'], readonly [Tone, string]>;

/** Contract, checks and training: whatever every seat needs, and the reviews that it does not cover. */
export function GatesCard({ lead: { gates, training, may, employers } }: { lead: PlanLead }) {
  return (
    <Card
      title="Contract, employer and checks"
      end={<CorrectButton what="gate">Record a check</CorrectButton>}
    >
      <dl className={classes.facts}>
        {gates.map(({ name, state, words, reviews }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Tag tone={GATES[state][0]}>{GATES[state][1]}</Tag> {words}
              {reviews.map(({ review, school, days }) => (
                <p key={review} className={classes.hit}>
                  <IconAlertTriangle size={15} aria-hidden />
                  It does not cover {school}, {days}
                </p>
              ))}
            </dd>
          </div>
        ))}
        {training.map(({ name, state, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Tag tone={TRAINING[state][0]}>{TRAINING[state][1]}</Tag> {words}
            </dd>
          </div>
        ))}
        <div>
          <dt>Employer</dt>
          <dd>
            {employers.length === 0
              ? 'None is recorded, so no seat can be given'
              : employers.map((each) => <p key={each}>{each}</p>)}
          </dd>
        </div>
        {may.length > 0 && (
          <div>
            <dt>Seats this term</dt>
            <dd>
              {may.map((each) => (
                <p key={each}>{each}.</p>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <div className={classes.actions}>
        <CorrectButton what="contract">Record a contract</CorrectButton>
        <CorrectButton what="contract-end">End the contract</CorrectButton>
        <CorrectButton what="employer">Record an employer</CorrectButton>
        {employers.length > 0 && (
          <CorrectButton what="employer-end">End the employment</CorrectButton>
        )}
        <CorrectButton what="standing">Pause or bring back</CorrectButton>
      </div>
    </Card>
  );
}
