import type { TableModel } from '../data/table-model.ts';
import type { FormSettings } from './form-settings.ts';

/** The filters of the page that have a value. */
const choices = ['suite', 'search', 'verdict', 'level', 'authority', 'requirement', 'capability', 'meaning'] as const;
/** The filters that are on or off. */
const switches = ['disagree', 'credentials', 'changed', 'known', 'disputed'] as const;

type Choice = (typeof choices)[number];
type Switch = (typeof switches)[number];

/** What the table shows. A choice that is empty lets everything through. */
export interface TableSettings extends Readonly<Record<Choice, string>>, Readonly<Record<Switch, boolean>> {
  readonly profile: string;
  /** The places of the columns to show, in their order: those that are pinned come first. */
  readonly columns: readonly number[];
  /** How many of them are pinned. */
  readonly pinned: number;
  /** The suites of which only the head is shown. */
  readonly closed: readonly string[];
}

const record = <Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;

/** What the form of the page asks for. */
export function tableSettings(form: FormSettings, model: TableModel): TableSettings {
  const columns = form.valuesOf('clients').flatMap((id) => model.columnOf(id) ?? []);
  const pins = new Set(form.valuesOf('pin').flatMap((id) => model.columnOf(id) ?? []));
  const pinned = columns.filter((column) => pins.has(column));
  return {
    ...record(choices, (name) => form.valueOf(name)),
    ...record(switches, (name) => form.valueOf(name) !== ''),
    profile: form.valueOf('profile'),
    columns: [...pinned, ...columns.filter((column) => !pins.has(column))],
    pinned: pinned.length,
    closed: form.valuesOf('closed'),
  };
}
