/* Calls tried from these pages use the reader's own session, with its cross-site token. */
(() => {
  const session = () => fetch('/api/session', { credentials: 'same-origin' }).then((answer) => answer.json());

  const documents = ['fund', 'policy', 'industry'].map((name) => ({ name, url: `/api/${name}/openapi` }));
  documents.push({ name: 'gateway', url: '/api/openapi' });

  /* A service describes itself under its own address; readers reach it under this one. */
  const here = (url, text) => {
    const service = /^\/api\/(\w+)\/openapi$/.exec(new URL(url, location.href).pathname);
    if (!service) return text;
    const document = JSON.parse(text);
    document.servers = [{ url: `/api/${service[1]}` }];
    return JSON.stringify(document);
  };

  window.ui = SwaggerUIBundle({
    dom_id: '#documents',
    urls: documents,
    layout: 'StandaloneLayout',
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    deepLinking: true,
    validatorUrl: null,
    requestInterceptor: async (request) => {
      if (!['GET', 'HEAD'].includes((request.method ?? 'GET').toUpperCase())) {
        const { csrf } = await session();
        request.headers[csrf.header] = csrf.token;
      }
      return request;
    },
    responseInterceptor: (response) => {
      if (response.url.endsWith('/openapi') && response.text) response.text = response.data = here(response.url, response.text);
      return response;
    },
  });
})();
