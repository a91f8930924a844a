import { Button, MultiSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject } from 'react';
import type { Board } from '../../api/board';
import classes from './board.module.css';
import { type Filter, noFilter } from './grid-model';

export interface FiltersProps {
  readonly board: Board;
  readonly filter: Filter;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onFilter: (filter: Filter) => void;
}

/** What of the board is shown; it stands in the address, so that it can be sent to somebody. */
export function Filters({ board, filter, input, onFilter }: FiltersProps) {
  const regions = board.groups.map(({ region }) => region);
  const needs = [...new Set(board.chips.map(({ tag }) => tag))].sort();
  const isOn = filter.text !== '' || filter.regions.length > 0 || filter.needs.length > 0;
  return (
    <search className={classes.filters} data-unprinted>
      <TextInput
        ref={input}
        size="xs"
        label="Person or school"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <MultiSelect
        size="xs"
        label="Regions of leads"
        data={regions}
        value={[...filter.regions]}
        onChange={(chosen) => onFilter({ ...filter, regions: chosen })}
        clearable
      />
      <MultiSelect
        size="xs"
        label="Needs and phases"
        data={needs}
        value={[...filter.needs]}
        onChange={(chosen) => onFilter({ ...filter, needs: chosen })}
        clearable
      />
      {isOn && (
        <Button size="xs" variant="subtle" onClick={() => onFilter(noFilter)}>
          Show all
        </Button>
      )}
    </search>
  );
}
