import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type DescribedSettings, type Preset, settingsQuery } from '../../api/settings';
import { Card } from '../../parts/card';
import { Loaded } from '../../parts/loaded';
import { Tag } from '../../parts/tag';
import { PolicyForm } from './policy-form';
import { PolicyManage } from './policy-manage';
import { SettingStanding } from './setting-standing';
import classes from './settings.module.css';
import { useOpenSetting } from './use-open-setting';

const route = getRouteApi('/settings');

/** The named presets of the Run page: what each weighs, number by number. */
export function PoliciesPart() {
  return (
    <Loaded query={settingsQuery()} what="the policies">
      {({ policies }) => (
        <>
          <Card title="How policies work">
            <div className={classes.rule}>
              <p>
                A policy weighs wishes, needs and travel against each other among the people who may
                lead a review. It never decides who gets a lead: coverage, commitment and balance
                come first in every run. Points are added up, and fewer are better.
              </p>
              {(policies.since !== null || policies.later.length > 0) && (
                <SettingStanding settingKey="policies" group={policies} />
              )}
            </div>
          </Card>
          {policies.presets.map((preset) => (
            <PresetCard key={preset.name} preset={preset} policies={policies} />
          ))}
          <PolicyManage policies={policies} />
        </>
      )}
    </Loaded>
  );
}

interface PresetCardProps {
  readonly preset: Preset;
  readonly policies: DescribedSettings['policies'];
}

function PresetCard({ preset, policies }: PresetCardProps) {
  const { edit } = route.useSearch();
  const { open } = useOpenSetting();
  const { name, isDefault, words, groups } = preset;
  if (edit === name) return <PolicyForm preset={preset} policies={policies} />;
  return (
    <Card
      title={name}
      aside={isDefault ? <Tag tone="priority">Chosen unless said</Tag> : undefined}
      flush
    >
      <p className={classes.presetWords}>{words}</p>
      <details className={classes.moreLines}>
        <summary>
          Every number, and what it does<span className="sr"> ({name})</span>
        </summary>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={classes.group}>{group.title}</h3>
            <dl className={classes.numbers}>
              {group.numbers.map(({ title, value, unit, does }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>
                    <b>{value}</b> {unit}
                  </dd>
                  <dd className={classes.quiet}>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </details>
      <div className={classes.foot}>
        <Button onClick={() => open(name)}>
          Change<span className="sr"> {name}</span>
        </Button>
      </div>
    </Card>
  );
}
