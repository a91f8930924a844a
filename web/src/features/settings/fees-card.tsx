import { Button, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { DescribedSettings } from '../../api/settings';
import { Card } from '../../parts/card';
import { faultOf } from './field-fault';
import { SettingForm } from './setting-form';
import { SettingStanding } from './setting-standing';
import { penceOf, poundsOf, valueAt, withValueAt } from './setting-values';
import classes from './settings.module.css';
import { useOpenSetting } from './use-open-setting';

const route = getRouteApi('/settings');

type Fees = DescribedSettings['fees'];

const amounts = [
  { path: ['table', 'basePence'], label: 'For every review led or quality-assured' },
  { path: ['table', 'mileagePence'], label: 'For each road mile, both ways' },
  { path: ['table', 'overnightPence'], label: 'For each night away' },
];

const noFees = { table: { basePence: 0, supplementPence: {}, mileagePence: 0, overnightPence: 0 } };

/** What a review costs; nothing is shown as cost until it is entered. */
export function FeesCard({ fees }: { fees: Fees }) {
  const { edit } = route.useSearch();
  const { open } = useOpenSetting();
  const isSet = valueAt(fees.value, ['table']) !== null;
  const supplements = Object.entries(
    Object(valueAt(fees.value, ['table', 'supplementPence'])) as object,
  );
  return (
    <Card title="Fees and expenses">
      <div className={classes.rule} id="fees">
        <p>What a review costs, before tax.</p>
        <p className={classes.quiet}>Only costs that are shown: no plan weighs money.</p>
        {edit === 'fees' ? (
          <FeesForm fees={fees} />
        ) : (
          <>
            {isSet ? (
              <dl className={classes.values}>
                {amounts.map(({ path, label }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <b>£{poundsOf(valueAt(fees.value, path))}</b>
                    </dd>
                  </div>
                ))}
                {supplements.map(([region, pence]) => (
                  <div key={region}>
                    <dt>Added in {region}</dt>
                    <dd>
                      <b>£{poundsOf(pence)}</b>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p>
                <b>Fee not set.</b> Costs read “fee not set” until a table is entered.
              </p>
            )}
            <SettingStanding settingKey="fees" group={fees} />
            <div className={classes.buttons}>
              <Button onClick={() => open('fees')}>
                {isSet ? 'Change' : 'Enter fees'}
                <span className="sr"> Fees and expenses</span>
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function FeesForm({ fees }: { fees: Fees }) {
  const isSet = valueAt(fees.value, ['table']) !== null;
  const [value, setValue] = useState<unknown>(isSet ? fees.value : noFees);
  const field = (path: readonly string[], label: string, error: Error | null, isFirst = false) => (
    <PoundsField
      key={label}
      label={label}
      pence={valueAt(value, path)}
      isRequired={path.length === 2}
      isFirst={isFirst}
      error={faultOf(error, 'value', ...path)}
      onChange={(pence) =>
        setValue((before: unknown) =>
          pence === undefined ? without(before, path) : withValueAt(before, path, pence),
        )
      }
    />
  );
  return (
    <SettingForm
      settingKey="fees"
      title="Fees and expenses"
      value={value}
      isChanged={fees.isChanged}
    >
      {(error) => (
        <>
          <div className={classes.fields}>
            {amounts.map(({ path, label }, index) => field(path, label, error, index === 0))}
          </div>
          <fieldset className={classes.fieldset}>
            <legend>Added for a review in that region</legend>
            <div className={classes.fields}>
              {fees.regions.map((region) =>
                field(['table', 'supplementPence', region], region, error),
              )}
            </div>
          </fieldset>
        </>
      )}
    </SettingForm>
  );
}

interface PoundsFieldProps {
  readonly label: string;
  readonly pence: unknown;
  readonly isRequired: boolean;
  readonly isFirst: boolean;
  readonly error: string | undefined;
  /** Undefined: the field was emptied. */
  readonly onChange: (pence: number | string | undefined) => void;
}

function PoundsField({ label, pence, isRequired, isFirst, error, onChange }: PoundsFieldProps) {
  const [text, setText] = useState(() => (pence === undefined ? '' : poundsOf(pence)));
  return (
    <TextInput
      inputMode="decimal"
      label={label}
      leftSection="£"
      required={isRequired}
      autoFocus={isFirst}
      value={text}
      error={error}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        onChange(value.trim() === '' ? undefined : penceOf(value));
      }}
    />
  );
}

/** A supplement that is emptied is none. */
function without(value: unknown, path: readonly string[]): unknown {
  const parent = Object(valueAt(value, path.slice(0, -1))) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== path.at(-1)));
  return withValueAt(value, path.slice(0, -1), kept);
}
