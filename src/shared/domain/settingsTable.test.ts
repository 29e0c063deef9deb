import { expect, test } from 'vitest';
import { settings } from './settings';
import {
  type SettingRow,
  settingKeys,
  settingsIn,
  settingsSectionNames,
  settingsTable,
} from './settingsTable';

const rows: readonly SettingRow[] = Object.values(settingsTable);

test('every setting is in the table, and in one section', () => {
  expect(settingKeys.toSorted()).toEqual(Object.keys(settings.shape).toSorted());
  expect(settingsSectionNames.flatMap(settingsIn).toSorted()).toEqual(settingKeys.toSorted());
});

test('a choice offers each value of its setting once', () => {
  for (const key of settingKeys) {
    const { control }: SettingRow = settingsTable[key];
    if (control.kind !== 'choice') continue;
    const values = control.choices.map(({ value }) => value);
    const accepted = values.filter((value) => settings.shape[key].safeParse(value).success);
    expect(accepted).toEqual(values);
    expect(new Set(values).size).toBe(values.length);
  }
});

test('no two settings have one name', () => {
  expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
});
