import { array, check, maxLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { FRAME, knownWords, MISHAP_NAME, MOST_FRAMES } from './mishap'
import { command } from './operation'
import { done, id } from './shapes'

export const client = {
  /** A phone tells of a mishap of its own. What is not a place in our code or an engine's sentence is not taken. */
  'client.report': command({
    action: 'client.report',
    summary: '手机上的程序出了错',
    input: strictObject({
      kind: picklist(['error', 'rejection', 'render']),
      target: picklist(['weapp', 'h5']),
      build: pipe(string(), regex(/^[\w.+-]{1,40}$/)),
      page: pipe(string(), regex(/^[a-z/-]{0,60}$/)),
      name: pipe(string(), regex(MISHAP_NAME)),
      message: pipe(
        string(),
        maxLength(200),
        check((message) => message === knownWords(message)),
      ),
      frames: pipe(array(pipe(string(), regex(FRAME))), maxLength(MOST_FRAMES)),
      /** The call that last failed on this phone, as the server named it. */
      requestId: optional(id),
    }),
    output: done,
  }),
}
