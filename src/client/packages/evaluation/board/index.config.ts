export default definePageConfig({ navigationBarTitleText: '办考评' })
