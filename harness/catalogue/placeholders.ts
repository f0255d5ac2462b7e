/** How to find placeholders in the texts of a scenario, and what to put in place of each. */
export interface Placeholders {
  /** A regular expression; what its group catches names the placeholder. */
  readonly pattern: string;
  readonly rules: readonly PlaceholderRule[];
}

interface PlaceholderRule {
  readonly placeholder: string;
  /** The entry of the catalogue that takes its place, once the label of the scenario is put in for `<label>`. */
  readonly becomes: string;
}

export const placeholders: Placeholders = {
  pattern: String.raw`\{([a-z][a-z0-9:.-]*)\}`,
  rules: [
    { placeholder: '{<origin>}', becomes: 'origins.<origin>.url' },
    { placeholder: '{<origin>.host}', becomes: 'origins.<origin>.host' },
    { placeholder: '{secret:<secret>}', becomes: 'secrets.<secret>.value' },
  ],
};
