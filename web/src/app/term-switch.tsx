import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { todayQuery } from '../api/terms';

/** The term that the pages are about, and the others. */
export function TermSwitch({ term }: { term: string | undefined }) {
  const { data } = useQuery(todayQuery);
  if (data === undefined || data.terms.length === 0) return null;
  const chosen = data.terms.find(({ id }) => id === term);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} aria-hidden />} size="sm">
          {chosen?.name ?? 'Choose a term'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {data.terms.map(({ id, name }) => (
          <Menu.Item
            key={id}
            renderRoot={(props: object) => (
              <Link to="/terms/$term" params={{ term: id }} {...props} />
            )}
            rightSection={id === term ? <IconCheck size={14} aria-label="chosen" /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
