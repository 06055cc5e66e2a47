import type { Response } from 'express';

/** Sentences of the server itself, for requests that never reach a page; both languages, since none was read yet. */
const SENTENCES = {
  400: [
    '网址或内容有误，无法读取。请从首页重新进入。',
    'The address or the content could not be read. Please start again from the home page.',
  ],
  403: [
    '这个请求来自其他网站，未予处理。请在本站页面上重新提交。',
    'This request came from another site and was not carried out. Please submit it again on a page of this site.',
  ],
  404: ['没有这个文件。', 'There is no such file.'],
  405: ['不支持这种请求方式。', 'This kind of request is not supported.'],
  411: ['请求没有说明内容长度，未予处理。', 'The request did not say how long it is and was not carried out.'],
  413: [
    '提交的内容太大：表单不超过 1 MB，文件不超过 12 MB。请减小后重新提交。',
    'Too large: forms up to 1 MB, files up to 12 MB. Please make it smaller and submit it again.',
  ],
  415: ['不支持这种内容格式，请通过本站页面提交。', 'This kind of content is not supported. Please submit it on a page of this site.'],
  500: [
    '系统出错了，已记录。请稍后再试；仍有问题时，请提供编号：',
    'Something went wrong and was recorded. Please try again later, or tell us the reference number:',
  ],
  503: ['服务正在重启，请稍后刷新。', 'The service is restarting. Please reload in a moment.'],
} as const;

/** Answers with a sentence on a page of its own, or as JSON under /api/. */
export function refuse(res: Response, status: keyof typeof SENTENCES): void {
  const [zh, en] = SENTENCES[status];
  const reference = status === 500 ? ` ${String(res.locals.requestId)}` : '';
  res.status(status).set('Cache-Control', 'no-store').set('Connection', 'close');
  if (res.req.path.startsWith('/api/')) {
    res.json({ error: { status, message: `${en}${reference}` } });
    return;
  }
  res.type('html').send(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${status} · 育培</title></head>
<body><main><h1>${status}</h1><p>${zh}${reference}</p><p lang="en">${en}${reference}</p><p><a href="/">首页 <span lang="en">Home</span></a></p></main></body></html>
`);
}
