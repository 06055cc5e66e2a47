import { remindLapsing } from '~/domain/lecturer/remind-lapsing.server';
import type { Handler } from './handler';

export const remindLecturersJob: Handler = async ({ ctx }) => `${await remindLapsing(ctx)} approvals of lecturers near their end`;
