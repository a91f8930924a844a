import { IconBulb } from '@tabler/icons-react';
import classes from './what-helps.module.css';

/** What can be asked or looked at, the most likely first. */
export function WhatHelps({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className={classes.help}>
      <IconBulb size={16} aria-hidden />
      <ul aria-label="What can be done">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
