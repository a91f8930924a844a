import '@mantine/core/styles.layer.css';
import './app/tokens.css';
import './app/base.css';
import './app/print.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { styleNonce } from './app/style-nonce';
import { queryClient } from './app/query-client';
import { router } from './app/router';
import { theme, variables } from './app/theme';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element for the app.');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
