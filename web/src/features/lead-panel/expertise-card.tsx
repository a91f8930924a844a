import type { PlanLead } from '../../api/lead-panel';
import { Card } from '../../parts/card';
import { Tag } from '../../parts/tag';
import { CorrectButton } from './correct-button';
import classes from './lead-panel.module.css';

/** What they know, how far they go, and how much they want. */
export function ExpertiseCard({ lead: { phases, needs, regions, limits } }: { lead: PlanLead }) {
  const graded = regions.filter(({ gradeInWords }) => !gradeInWords.includes('not graded'));
  return (
    <Card
      title="Regions, limits and specialisms"
      end={<CorrectButton what="limits">Correct the limits</CorrectButton>}
    >
      <dl className={classes.facts}>
        <div>
          <dt>Limits</dt>
          <dd>
            {limits.words.map((each) => (
              <p key={each}>{each}.</p>
            ))}
          </dd>
        </div>
        {graded.map(({ region, isPriority, gradeInWords, reason }) => (
          <div key={region}>
            <dt>{region}</dt>
            <dd>
              {gradeInWords} {isPriority && <Tag tone="priority">Priority region</Tag>}
              {reason !== null && <small> {reason}</small>}
            </dd>
          </div>
        ))}
        {graded.length < regions.length && (
          <div>
            <dt>{graded.length === 0 ? 'Every region' : 'Every other region'}</dt>
            <dd>Willing (not graded)</dd>
          </div>
        )}
        <div>
          <dt>Phases</dt>
          <dd>{phases.length === 0 ? 'None is recorded' : phases.join(', ')}</dd>
        </div>
        <div>
          <dt>Specialisms</dt>
          <dd>
            {needs.length === 0
              ? 'None is recorded'
              : needs.map(({ code, name }) => (
                  <p key={code}>
                    {name} ({code})
                  </p>
                ))}
          </dd>
        </div>
      </dl>
      <div className={classes.actions}>
        <CorrectButton what="region">Correct a region</CorrectButton>
        <CorrectButton what="expertise">Correct the specialisms</CorrectButton>
      </div>
    </Card>
  );
}
