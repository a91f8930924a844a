import { type QueryKey, useQuery } from '@tanstack/react-query';
import { Loaded, type LoadedProps } from './loaded';
import { Page, type PageProps } from './page';

export interface LoadedPageProps<Data, Key extends QueryKey>
  extends LoadedProps<Data, Key>, Pick<PageProps, 'back'> {
  /** The heading while what the page is about is not known. */
  readonly title: string;
}

/** A page whose heading comes with what it shows: until that is there, and where it cannot be, it has one of its own. */
export function LoadedPage<Data, Key extends QueryKey>({
  title,
  back,
  children,
  ...loaded
}: LoadedPageProps<Data, Key>) {
  const { data } = useQuery(loaded.query);
  if (data !== undefined) return children(data);
  return (
    <Page title={title} {...(back === undefined ? {} : { back })}>
      <Loaded {...loaded}>{() => null}</Loaded>
    </Page>
  );
}
