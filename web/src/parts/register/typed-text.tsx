import { TextInput, type TextInputProps } from '@mantine/core';
import { type Ref, useEffect, useRef, useState } from 'react';

export interface TypedTextProps extends Omit<TextInputProps, 'value' | 'onChange' | 'ref'> {
  readonly value: string;
  /** Called once somebody pauses. */
  readonly onTyped: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** So long a pause means that somebody looks at what they typed. */
const PAUSE_MS = 200;

/** A field that keeps up with whoever types in it, and says what was typed when they pause. */
export function TypedText({ value, onTyped, inputRef, ...input }: TypedTextProps) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Somebody changed it elsewhere, such as by taking the filter out.
  if (value !== told) {
    setTold(value);
    if (value !== text.trim()) setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      {...input}
      ref={inputRef ?? null}
      value={text}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onTyped(next.trim()), PAUSE_MS);
      }}
    />
  );
}
