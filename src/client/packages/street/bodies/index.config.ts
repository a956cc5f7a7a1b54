export default definePageConfig({ navigationBarTitleText: '业主、户、居民的会' })
