export default definePageConfig({ navigationBarTitleText: '验志愿证明' })
