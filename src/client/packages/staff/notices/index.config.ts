export default definePageConfig({ navigationBarTitleText: '通知楼栋长' })
