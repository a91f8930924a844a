import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from '../parts/page';

/** An address that is no page. */
export function MissingPage() {
  return (
    <Page title="Page not found">
      <Text>
        If you typed the address, check it. If you followed a link, it may be out of date.
      </Text>
      <Text mt="sm">
        <Link to="/">Go to the term being planned</Link>
      </Text>
    </Page>
  );
}
