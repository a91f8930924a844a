/** “1 mile”, “20 miles”. */
export function milesInWords(miles: number): string {
  return `${miles} ${miles === 1 ? 'mile' : 'miles'}`;
}
