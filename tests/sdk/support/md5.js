// SPDX-License-Identifier: GPL-3.0-only
import { createHash } from 'node:crypto';

/** MessageBodyMD5 of a body as it travels. */
export function bodyMd5(text) {
  return createHash('md5').update(text).digest('hex').toUpperCase();
}
