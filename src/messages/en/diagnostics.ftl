### diagnostics
