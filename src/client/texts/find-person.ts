/** Somebody is found by his whole number and nothing less. */
export const findPerson = {
  phone: '他的手机号',
  phoneHint: '按号码找人，会记进查看记录',
  find: '找这个人',
  notFound: '没找到，请他先登录、留电话',
  badPhone: '手机号是11位',
} as const
