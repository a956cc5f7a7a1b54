export default definePageConfig({ navigationBarTitleText: '异议和证明' })
