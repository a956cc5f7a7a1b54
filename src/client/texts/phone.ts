export const phone = {
  title: '留个电话，好联系您',
  help: '只有经办人看得到。',
  label: '手机号',
  send: '就用这个号',
  sendAndGoOn: '留下，接着交',
  wechat: '用微信里的手机号',
  wechatFailed: '微信那边这会儿给不了，自己写一个也行。',
  orTyped: '也可以自己写',
  wrong: '手机号是11位数字，1开头',
  offices: '楼栋长、网格员请用微信里的手机号：名册上的任职才到您名下。',
  otherWay: '不方便写的话，请网格员替您登记。',
}
