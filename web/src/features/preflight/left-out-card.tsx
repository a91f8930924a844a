import { Button } from '@mantine/core';
import { IconSchool, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { LeftOut } from '../../api/preflight';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { leadsTarget, reviewsTarget } from '../../parts/term-links';
import classes from './left-out-card.module.css';

/** So many are shown at once. */
const SHOWN = 8;

/** People and schools that are in none of the numbers, and how they get into the term. */
export function LeftOutCard({ leftOut, term }: { leftOut: readonly LeftOut[]; term: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? leftOut : leftOut.slice(0, SHOWN);
  return (
    <Card title="Left out" aside={`${leftOut.length}, in none of these numbers`} flush>
      <ul>
        {shown.map((each) => (
          <Item key={each.reference} left={each} term={term} />
        ))}
      </ul>
      {leftOut.length > SHOWN && (
        <Button
          variant="subtle"
          className={classes.more}
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'Show fewer' : `Show all ${leftOut.length}`}
        </Button>
      )}
    </Card>
  );
}

function Item({
  left: { kind, who, reference, reason, whatHelps },
  term,
}: {
  left: LeftOut;
  term: string;
}) {
  const isSchool = kind === 'School';
  return (
    <li className={classes.item}>
      {isSchool ? <IconSchool size={16} aria-hidden /> : <IconUser size={16} aria-hidden />}
      <div>
        <h3>
          <Go
            target={
              isSchool
                ? reviewsTarget(term, { review: reference })
                : leadsTarget(term, { lead: reference })
            }
          >
            {who}
          </Go>
        </h3>
        <p>{reason}.</p>
        <p className={classes.help}>{whatHelps}</p>
      </div>
    </li>
  );
}
