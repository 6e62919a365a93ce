/* Parts of complex numbers, in Microsoft's calling convention: NumPy asks for them as it loads. */
typedef struct { float part[2]; } complex_float;
typedef struct { double part[2]; } complex_double;

float crealf(complex_float z) { return z.part[0]; }
float cimagf(complex_float z) { return z.part[1]; }
double creal(complex_double z) { return z.part[0]; }
double cimag(complex_double z) { return z.part[1]; }
double creall(complex_double z) { return z.part[0]; }
double cimagl(complex_double z) { return z.part[1]; }
