import type { Command } from 'commander';
import { addAsk } from './ask.ts';
import { addBisect } from './bisect.ts';
import { addBless } from './bless.ts';
import { addDiff } from './diff.ts';
import { addDoctor } from './doctor.ts';
import { addExplain } from './explain.ts';
import { addInit } from './init.ts';
import { addList } from './list.ts';
import { addMerge, addReport } from './merge.ts';
import { addReproduce } from './reproduce.ts';
import { addRules } from './rules.ts';
import { addServe } from './serve.ts';
import { addSweep } from './sweep.ts';

/** Every command beside the run itself. Each adds itself to the program. */
export const commands: readonly ((program: Command) => void)[] = [
  addList,
  addExplain,
  addServe,
  addDoctor,
  addAsk,
  addReproduce,
  addRules,
  addBless,
  addInit,
  addDiff,
  addMerge,
  addReport,
  addSweep,
  addBisect,
];
