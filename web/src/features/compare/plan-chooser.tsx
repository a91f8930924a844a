import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { plansWithSeats, termPlansQuery } from '../../api/terms';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { letterOf } from './changes-shown';
import classes from './compare.module.css';

const descriptions = [
  'What is taken over is saved to it',
  'It is set against plan A',
  'A third one, if you like',
];

/** Which plans are compared; the first is the one that the others are set against. */
export function PlanChooser({ term, chosen }: { term: string; chosen: readonly string[] }) {
  const navigate = useNavigate();
  const { data } = useQuery(termPlansQuery(term));
  const plans = plansWithSeats(data?.items ?? []);
  const choose = (index: number, plan: string) => {
    const next = [0, 1, 2].map((place) => (place === index ? plan : (chosen[place] ?? '')));
    const named = [...new Set(next.filter((id) => id !== ''))];
    announce(`Comparing ${String(named.length)} plans.`);
    void navigate({
      to: '/terms/$term/compare',
      params: { term },
      search: { plans: named.join(',') },
      resetScroll: false,
    });
  };
  return (
    <Card title="Plans">
      <div className={classes.chooser}>
        {[0, 1, 2].map((index) => (
          <NativeSelect
            key={index}
            label={`Plan ${letterOf(index)}`}
            description={descriptions[index]}
            value={chosen[index] ?? ''}
            onChange={({ currentTarget }) => choose(index, currentTarget.value)}
          >
            {(index === 2 || chosen[index] === undefined) && <option value="">None</option>}
            {plans.map(({ id, name, covered, reviews, note }) => (
              <option key={id} value={id} disabled={chosen.includes(id) && chosen[index] !== id}>
                {name}: {covered} of {reviews} led{note === null ? '' : `. ${note}`}
              </option>
            ))}
          </NativeSelect>
        ))}
      </div>
    </Card>
  );
}
