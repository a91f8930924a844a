import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  type SettingField,
  type SettingGroup,
  settingHistoryQuery,
  type SettingKey,
  type SettingValue,
  changeSetting,
} from '../../api/settings';
import { instantInWords } from '../../parts/instants';
import { Failed, Loading } from '../../parts/states';
import { Tag } from '../../parts/tag';
import { useChange } from './use-change';
import classes from './settings.module.css';
import { useOpenSetting } from './use-open-setting';
import { ProblemSummary } from '../../parts/problem-summary';
import { dayInWords, valueInWords } from './value-words';

const route = getRouteApi('/settings');

export interface SettingStandingProps {
  readonly settingKey: SettingKey;
  readonly group: Pick<SettingGroup, 'version' | 'isChanged' | 'since' | 'later'>;
  /** The names of the value’s fields, where it has such. */
  readonly fields?: readonly SettingField[];
}

/** Who set what holds, what is to hold later, and every value there was. */
export function SettingStanding({ settingKey, group, fields = [] }: SettingStandingProps) {
  const { history } = route.useSearch();
  const { showHistory } = useOpenSetting();
  const { since, later, isChanged } = group;
  const isOpen = history === settingKey;
  return (
    <div className={classes.standing}>
      <p>
        <Tag tone={isChanged ? 'warn' : 'plain'}>{isChanged ? 'Changed' : 'Default'}</Tag>{' '}
        {since !== null && (
          <span className={classes.quiet}>
            since {dayInWords(since.from)}, by {since.by}: {since.reason}
          </span>
        )}
      </p>
      {later.map((value) => (
        <p key={value.id} className={classes.quiet}>
          From {dayInWords(value.from)}: {valueInWords(value.value, fields)} ({value.by}:{' '}
          {value.reason})
        </p>
      ))}
      {(since !== null || later.length > 0 || isOpen) && (
        <button
          type="button"
          className={classes.disclose}
          data-unprinted
          aria-expanded={isOpen}
          onClick={() => showHistory(isOpen ? undefined : settingKey)}
        >
          {isOpen ? 'Hide earlier values' : 'Show earlier values'}
        </button>
      )}
      {isOpen && <History settingKey={settingKey} version={group.version} fields={fields} />}
    </div>
  );
}

interface HistoryProps {
  readonly settingKey: SettingKey;
  readonly version: number;
  readonly fields: readonly SettingField[];
}

function History({ settingKey, version, fields }: HistoryProps) {
  const { data, error, refetch } = useQuery(settingHistoryQuery(settingKey));
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="earlier values" />;
  if (data.items.length === 0) return <p>It was always at its default.</p>;
  return (
    <ul className={classes.history}>
      {data.items.map((value) => (
        <HistoryLine
          key={value.id}
          settingKey={settingKey}
          version={version}
          fields={fields}
          value={value}
        />
      ))}
    </ul>
  );
}

function HistoryLine(props: HistoryProps & { value: SettingValue }) {
  const { settingKey, version, fields, value } = props;
  const { from, to, by, at, reason, replaced } = value;
  const restoring = useChange({
    question: 'Put this value back?',
    confirm: 'Put it back from today',
    done: 'The earlier value holds again from today.',
    alwaysAsk: true,
  });
  const again = `Put back what ${by} had set on ${instantInWords(at)}`;
  return (
    <li>
      <p>
        <b>{valueInWords(value.value, fields)}</b>
      </p>
      <p className={classes.quiet}>
        {dayInWords(from)} {to === null ? 'on' : `to ${dayInWords(to)}`}. {by}, {instantInWords(at)}
        : {reason}
        {replaced !== null && `. Replaced by ${replaced.by}, ${instantInWords(replaced.at)}`}
      </p>
      <Button
        size="xs"
        loading={restoring.isPending}
        onClick={() =>
          restoring.make({ kind: 'SETTING', key: settingKey }, (onTop = version) =>
            changeSetting({
              key: settingKey,
              value: value.value,
              version: onTop,
              reason: again,
            }),
          )
        }
      >
        Put it back<span className="sr"> ({valueInWords(value.value, fields)})</span>
      </Button>
      {restoring.error !== null && <ProblemSummary error={restoring.error} ways={restoring.ways} />}
      {restoring.dialog}
    </li>
  );
}
