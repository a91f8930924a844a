import { Radio } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PolicyChoice as Policy } from '../../api/runs';
import { Card } from '../../parts/card';
import { Tag } from '../../parts/tag';
import { PolicyNumbers } from './policy-numbers';
import classes from './run.module.css';

export interface PolicyChoiceProps {
  readonly policies: readonly Policy[];
  readonly chosen: string;
  readonly isWithNumbers: boolean;
  /** The address with the numbers shown, or hidden again. */
  readonly numbersSearch: { numbers?: 'shown' };
  readonly onChoose: (name: string) => void;
}

/** The policies in words; their numbers for whoever wants them. */
export function PolicyChoice({
  policies,
  chosen,
  isWithNumbers,
  numbersSearch,
  onChoose,
}: PolicyChoiceProps) {
  return (
    <Card
      title="Policy"
      aside="What counts among plans that are otherwise alike"
      end={
        <Link to="." search={numbersSearch} replace resetScroll={false}>
          {isWithNumbers ? 'Hide the numbers' : 'Show the numbers'}
        </Link>
      }
    >
      <p className={classes.intro}>
        Coverage, changes, shadowing, commitment and balance come first under every policy, in this
        order.
      </p>
      <Radio.Group label="Choose a policy" value={chosen} onChange={onChoose} name="policy">
        <div className={classes.policies}>
          {policies.map(({ name, isDefault, words }) => (
            <div key={name} className={classes.policy} data-chosen={name === chosen}>
              <Radio
                value={name}
                iconColor="var(--text-on-fill)"
                classNames={{ description: classes.description ?? '' }}
                label={
                  <>
                    <b>{name}</b> {isDefault && <Tag tone="plain">Usual</Tag>}
                  </>
                }
                description={words}
              />
            </div>
          ))}
        </div>
      </Radio.Group>
      {isWithNumbers && <PolicyNumbers policies={policies} chosen={chosen} />}
    </Card>
  );
}
