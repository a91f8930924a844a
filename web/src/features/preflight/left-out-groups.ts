import type { LeftOut } from '../../api/preflight';

/** People or schools that are left out for the same reason. */
export interface LeftOutGroup {
  readonly kind: LeftOut['kind'];
  readonly reason: string;
  readonly whatHelps: string;
  readonly members: readonly LeftOut[];
}

/** The largest group first; within one, in the order of the server. */
export function leftOutGroups(leftOut: readonly LeftOut[]): LeftOutGroup[] {
  const groups = new Map<string, LeftOut[]>();
  for (const each of leftOut) {
    const key = `${each.kind} ${each.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .flatMap((members): LeftOutGroup[] => {
      const [first] = members;
      if (first === undefined) return [];
      const { kind, reason, whatHelps } = first;
      return [{ kind, reason, whatHelps, members }];
    })
    .sort((one, other) => other.members.length - one.members.length);
}
