import { settingsQuery } from '../../api/settings';
import { Loaded } from '../../parts/loaded';
import { FeesCard } from './fees-card';
import { RuleCard } from './rule-card';
import classes from './settings.module.css';

/** The programme’s rules that can be set, each with what it changes in a plan. */
export function RulesPart() {
  return (
    <Loaded query={settingsQuery()} what="the rules">
      {({ groups, fees }) => (
        <div className={classes.cards}>
          {groups.map((group) => (
            <RuleCard key={group.key} group={group} />
          ))}
          <FeesCard fees={fees} />
        </div>
      )}
    </Loaded>
  );
}
