import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { registerChoicesQuery } from '../../api/registers';
import type { School } from '../../api/schools';
import { Card } from '../../parts/card';
import type { UndoOffer } from '../../parts/undo';
import { FactsForm } from './facts-form';
import { type Fact, factLabels, facts, factSaid } from './school-facts';
import classes from './school.module.css';

export interface FactsCardProps {
  readonly school: School;
  readonly onDone: (offer: UndoOffer) => void;
}

/** Shown only where they say something. */
const seldom: ReadonlySet<Fact> = new Set([
  'openedOn',
  'closedOn',
  'predecessorUrns',
  'needsInvented',
]);

/** What the register says of a school, and the form that corrects it. */
export function FactsCard({ school, onDone }: FactsCardProps) {
  const { data: choices } = useQuery(registerChoicesQuery);
  const [isEdited, setIsEdited] = useState(false);
  const close = () => setIsEdited(false);
  const shown = facts.filter(
    (fact) =>
      fact !== 'lat' &&
      fact !== 'lon' &&
      (!seldom.has(fact) || (factSaid(school, fact) ?? 'No') !== 'No'),
  );
  return (
    <Card
      title="Facts"
      end={
        !isEdited && (
          <Button
            size="compact-md"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setIsEdited(true)}
          >
            Correct these facts
          </Button>
        )
      }
    >
      {isEdited && choices !== undefined ? (
        <FactsForm school={school} choices={choices} onClose={close} onDone={onDone} />
      ) : (
        <dl className={classes.facts}>
          {shown.map((fact) => (
            <FactLine key={fact} label={factLabels[fact]} words={factSaid(school, fact, choices)} />
          ))}
          <FactLine
            label="Position"
            words={
              school.lat === null || school.lon === null
                ? undefined
                : `${school.lat.toFixed(4)}, ${school.lon.toFixed(4)}`
            }
          />
        </dl>
      )}
    </Card>
  );
}

function FactLine({ label, words }: { label: string; words: string | undefined }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words ?? <span className={classes.quiet}>Not known</span>}</dd>
    </>
  );
}
