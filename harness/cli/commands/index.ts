import type { Command } from 'commander';
import { addExplain } from './explain.ts';
import { addList } from './list.ts';
import { addServe } from './serve.ts';

/** Every command beside the run itself. Each adds itself to the program. */
export const commands: readonly ((program: Command) => void)[] = [addList, addExplain, addServe];
