import { Button, Checkbox, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { DescribedSettings } from '../../api/settings';
import { Card } from '../../parts/card';
import { Tag } from '../../parts/tag';
import { faultOf } from './field-fault';
import { NightsFields, nightsInWords } from './nights-fields';
import { SettingForm } from './setting-form';
import { SettingStanding } from './setting-standing';
import { penceOf, poundsOf, valueAt, withValueAt } from './setting-values';
import classes from './settings.module.css';
import { useOpenSetting } from './use-open-setting';

const route = getRouteApi('/settings');

type Fees = DescribedSettings['fees'];

const amounts = [
  { path: ['table', 'basePence'], label: 'For every review led' },
  {
    path: ['table', 'assurerPence'],
    label: 'For assuring quality',
    whenEmpty: 'as for leading',
  },
  {
    path: ['table', 'shadowPence'],
    label: 'For shadowing, where it is paid',
    whenEmpty: 'as for leading',
  },
  { path: ['table', 'mileagePence'], label: 'For each road mile, both ways' },
  { path: ['table', 'overnightPence'], label: 'For each night away' },
] as const;

const noFees = {
  table: {
    basePence: 0,
    assurerPence: null,
    shadowPence: null,
    supplementPence: {},
    mileagePence: 0,
    overnightPence: 0,
    nights: [],
    isInvented: false,
  },
};

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
            {valueAt(fees.value, ['table', 'isInvented']) === true && (
              <p>
                <Tag tone="warn">Invented</Tag> These amounts are made up, for demonstration.
              </p>
            )}
            {isSet ? (
              <dl className={classes.values}>
                {amounts.map(({ path, label }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <b>{amountInWords(valueAt(fees.value, path))}</b>
                    </dd>
                  </div>
                ))}
                <div>
                  <dt>Nights away</dt>
                  <dd>
                    <b>{nightsInWords(valueAt(fees.value, ['table', 'nights']))}</b>
                  </dd>
                </div>
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
  const field = ({ path, label, whenEmpty }: Amount, error: Error | null, isFirst = false) => (
    <PoundsField
      key={label}
      label={label}
      description={whenEmpty === undefined ? undefined : `Empty: ${whenEmpty}`}
      pence={valueAt(value, path)}
      isRequired={path.length === 2 && whenEmpty === undefined}
      isFirst={isFirst}
      error={faultOf(error, 'value', ...path)}
      onChange={(pence) =>
        setValue((before: unknown) => {
          if (pence !== undefined) return withValueAt(before, path, pence);
          return path.length === 2 ? withValueAt(before, path, null) : without(before, path);
        })
      }
    />
  );
  return (
    <SettingForm settingKey="fees" title="Fees and expenses" value={value} group={fees}>
      {(error) => (
        <>
          <div className={classes.fields}>
            {amounts.map((amount, index) => field(amount, error, index === 0))}
          </div>
          <NightsFields
            nights={valueAt(value, ['table', 'nights'])}
            error={error}
            onChange={(nights) =>
              setValue((before: unknown) => withValueAt(before, ['table', 'nights'], nights))
            }
          />
          <fieldset className={classes.fieldset}>
            <legend>Added for a review in that region</legend>
            <div className={classes.fields}>
              {fees.regions.map((region) =>
                field({ path: ['table', 'supplementPence', region], label: region }, error),
              )}
            </div>
          </fieldset>
          <Checkbox
            label="These amounts are invented, for demonstration"
            iconColor="var(--text-on-fill)"
            checked={valueAt(value, ['table', 'isInvented']) === true}
            onChange={({ currentTarget: { checked } }) =>
              setValue((before: unknown) => withValueAt(before, ['table', 'isInvented'], checked))
            }
          />
        </>
      )}
    </SettingForm>
  );
}

interface Amount {
  readonly path: readonly string[];
  readonly label: string;
  /** What holds where nothing is entered; left out: it must be entered. */
  readonly whenEmpty?: string;
}

interface PoundsFieldProps {
  readonly label: string;
  readonly description: string | undefined;
  readonly pence: unknown;
  readonly isRequired: boolean;
  readonly isFirst: boolean;
  readonly error: string | undefined;
  /** Undefined: the field was emptied. */
  readonly onChange: (pence: number | string | undefined) => void;
}

function PoundsField({
  label,
  description,
  pence,
  isRequired,
  isFirst,
  error,
  onChange,
}: PoundsFieldProps) {
  const [text, setText] = useState(() =>
    pence === undefined || pence === null ? '' : poundsOf(pence),
  );
  return (
    <TextInput
      inputMode="decimal"
      label={label}
      description={description}
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

/** "£500.00"; a role without a fee of its own is paid as leading is. */
function amountInWords(pence: unknown): string {
  return pence === null ? 'as for leading' : `£${poundsOf(pence)}`;
}

/** A supplement that is emptied is none. */
function without(value: unknown, path: readonly string[]): unknown {
  const parent = Object(valueAt(value, path.slice(0, -1))) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== path.at(-1)));
  return withValueAt(value, path.slice(0, -1), kept);
}
