/**
 * Words with which nothing is accepted. A beginning, kept short on purpose: a wrong entry silences somebody who
 * has a reason to complain. What WeChat's own check finds comes on top where that door is open.
 */
export const STREET_WORDS: readonly string[] = [
  '去死',
  '杀了你',
  '弄死你',
  '砍死',
  '王八蛋',
  '狗娘养',
  '操你妈',
  '傻逼',
  '代开发票',
  '网上赌场',
  '办证刻章',
]
