export default definePageConfig({
  navigationBarTitleText: '民情',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
