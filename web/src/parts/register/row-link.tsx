import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Target } from '../term-links';
import { Cut } from './cell';

export interface RowLinkProps {
  /** Undefined: there is nowhere to go. */
  readonly target: Target | undefined;
  readonly words: string;
  readonly children?: ReactNode;
}

/** Leads from a cell to the page of what it names. A page that the app does not have is never linked to. */
export function RowLink({ target, words, children }: RowLinkProps) {
  const { routesByPath } = useRouter();
  const content = children ?? <Cut words={words} />;
  if (target === undefined || !(target.to in routesByPath)) return content;
  return (
    <Link to={target.to} params={target.params} search={target.search ?? {}} title={words}>
      {content}
    </Link>
  );
}
